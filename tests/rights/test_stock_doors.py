"""Every open door of Wagtail's admin is decided: ``docs/doors.md`` names each, and here each row is tried.

The doors are read from the live registries and addresses, so that one which a new Wagtail brings fails until it is
decided.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as site
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.models import Page, get_page_models

from cms.accounts.enums import Role
from cms.accounts.models import Appointment
from cms.pages.models import ContentPage, HomePage
from mentoring.bank.models import Mentor
from tests.factories import MentorFactory, OrganisationFactory, UserFactory, event, news, open_branch
from tests.factories import practices as make
from tests.factories.programmes import make_programme

pytestmark = pytest.mark.django_db

DOCUMENT = Path(site.BASE_DIR) / "docs" / "doors.md"
ROW = re.compile(r"^\| `(?P<door>[^`]+)` \| (?P<decision>kept|ours|closed) \| (?P<why>.+) \|$", re.M)


def decided() -> dict[str, str]:
    return {row["door"]: row["decision"] for row in ROW.finditer(DOCUMENT.read_text())}


def addresses(patterns: list[Any], route: str = "", names: tuple[str, ...] = ()) -> Iterator[tuple[str, str, Any]]:
    """(address, name with its namespaces, view) of everything below."""
    for pattern in patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, here, (*names, *filter(None, [pattern.namespace])))
        elif isinstance(pattern, URLPattern) and here.startswith("admin/") and pattern.name:
            yield here, ":".join((*names, pattern.name)), pattern.callback


def bulk_doors() -> Iterator[str]:
    bulk_action_registry._scan_for_bulk_actions()
    for app, by_model in bulk_action_registry.actions.items():
        for model, actions in by_model.items():
            yield from (f"bulk {app}.{model} {action}" for action in actions)


def live_doors() -> set[str]:
    found = set(bulk_doors())
    found |= {f"copy {model._meta.label}" for model in get_page_models() if model is not Page}
    found |= {f"api {name}" for name in PagesAdminAPIViewSet.actions}
    for address, name, view in addresses(get_resolver().url_patterns):
        view_class = getattr(view, "view_class", None)
        if name.endswith(("_results", "index_results", "list_results")) or "results/" in address:
            continue
        exports = isinstance(view_class, type) and issubclass(view_class, SpreadsheetExportMixin)
        if exports or name.endswith("_modeladmin_index"):
            found.add(f"export {name}")
        if address.startswith("admin/reports/") and "<" not in address:
            found.add(f"report {name}")
        if re.search(r"(^|[/_:])(copy|convert_alias|create_alias)(/|$)", address) and not address.startswith(
            "admin/api"
        ):
            found.add(f"address {name}")
    return found


def test_every_door_is_decided_and_no_decision_is_about_nothing() -> None:
    assert live_doors() - set(decided()) == set(), "decide about these in docs/doors.md"
    assert set(decided()) - live_doors() == set(), "these are no doors any more"


def rows(kind: str) -> list[Any]:
    return [pytest.param(door.split()[1:], what, id=door) for door, what in decided().items() if door.startswith(kind)]


@pytest.fixture
def branch(municipality: Any) -> Any:
    return open_branch(municipality)


def text_of(response: Any) -> str:
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return body.decode("utf-8", "ignore")


@pytest.mark.parametrize(("door", "decision"), rows("bulk"))
def test_a_bulk_action_takes_what_was_ticked_and_never_all(
    door: Any, decision: str, signed_in: Any, branch: Any
) -> None:
    admin = UserFactory(username="admin", is_superuser=True)
    label, action = door
    url = reverse("wagtail_bulk_action", args=[*label.split("."), action])
    client = signed_in(admin)
    before = Page.objects.count()
    for response in (client.get(f"{url}?id=all"), client.post(f"{url}?id=all&next=/admin/", follow=True)):
        assert response.status_code in (200, 302)
    assert "Отметьте строки" in text_of(response)
    assert Page.objects.count() == before
    things = {"wagtailcore.page": branch, "auth.user": admin, "mentoring.mentor": None}
    if things.get(label) is not None:
        assert client.get(f"{url}?id={things[label].pk}").status_code == (404 if decision == "closed" else 200)


@pytest.mark.parametrize("name", ["delete"])
def test_all_is_neither_the_filtered_ones_nor_more(
    name: str, signed_in: Any, coordinator: Any, municipality: Any
) -> None:
    kept, asked = (MentorFactory(municipality=municipality, last_name=word) for word in ("Оставлена", "Найдена"))
    url = reverse("wagtail_bulk_action", args=["mentoring", "mentor", name])
    signed_in(coordinator).post(f"{url}?id=all&q={asked.last_name}")
    assert Mentor.objects.filter(pk__in=[kept.pk, asked.pk]).count() == 2
    signed_in(coordinator).post(f"{url}?id={asked.pk}")
    assert set(Mentor.objects.values_list("pk", flat=True)) == {kept.pk}


def page_of(label: str, branch: Any, municipality: Any, owner: Any) -> Page:
    """A page of the kind, in the branch where it can be."""
    if label == "cms.ContentPage":
        return branch.add_child(instance=ContentPage(title="Текст", slug="tekst"))
    if label == "cms.NewsPage":
        return news(municipality)
    if label == "cms.EventPage":
        return event(municipality)
    if label == "bestpractices.PracticePage":
        return make.practice_draft(municipality, owner)
    if label == "mentoring.ProgrammePage":
        return make_programme(OrganisationFactory(municipality=municipality))
    if label == "cms.HomePage":
        return HomePage.objects.get()
    if label == "cms.MunicipalityPage":
        return branch
    found = Page.objects.filter(content_type__model=label.split(".")[1].lower()).first()
    if found is not None:
        return found
    model = next(model for model in get_page_models() if model._meta.label == label)
    page = model(title="Канарейка", slug="kanareyka", live=False)
    for field in model._meta.concrete_fields:
        if field.name == "organisation" and label == "cms.OrganisationPage":
            page.organisation = OrganisationFactory(municipality=municipality)
        if field.name in ("date", "month", "signed_on"):
            setattr(page, field.name, "2026-01-01")
    return branch.add_child(instance=page)


@pytest.mark.parametrize(("door", "decision"), rows("copy"))
def test_a_copy_is_one_draft_of_a_kind_that_may_be_many(
    door: Any, decision: str, signed_in: Any, branch: Any, municipality: Any, methodist: Any
) -> None:
    page = page_of(door[0], branch, municipality, methodist)
    users = [
        UserFactory(username="admin", is_superuser=True),
        UserFactory(role=Role.COORDINATOR, municipality=municipality),
    ]
    for number, user in enumerate(users):
        client, before = signed_in(user), set(Page.objects.values_list("pk", flat=True))
        url = reverse("wagtailadmin_pages:copy", args=[page.pk])
        words = {"new_title": "Копия", "new_slug": f"kopiya-{number}", "new_parent_page": page.get_parent().pk}
        broken = {**words, "new_parent_page": "x"}
        for data in ({}, broken, {**words, "alias": "on", "copy_subpages": "on", "publish_copies": "on"}):
            response = client.post(url, data)
            assert response.status_code in (200, 302)
        made = Page.objects.exclude(pk__in=before)
        assert made.count() == (1 if decision == "kept" else 0)
        assert not made.filter(live=True).exists()
        assert not made.filter(alias_of__isnull=False).exists()


@pytest.mark.parametrize(("door", "decision"), rows("api"))
def test_the_internal_api_does_not_copy(door: Any, decision: str, signed_in: Any, branch: Any) -> None:
    page = branch.add_child(instance=ContentPage(title="Текст", slug="tekst"))
    before = Page.objects.count()
    url = f"/admin/api/main/pages/{page.pk}/action/{door[0]}/"
    data = {"destination_page_id": branch.pk, "slug": "kopiya", "update_slug": "kopiya", "recursive": False}
    response = signed_in(UserFactory(is_superuser=True)).post(url, data, content_type="application/json")
    assert (response.status_code == 404) == (decision == "closed")
    assert Page.objects.count() <= before


@pytest.mark.parametrize(("door", "decision"), rows("address"))
def test_an_address_that_copies(door: Any, decision: str, signed_in: Any, branch: Any) -> None:
    page = branch.add_child(instance=ContentPage(title="Текст", slug="tekst"))
    admin = UserFactory(is_superuser=True)
    key = admin.pk if "users" in door[0] else 1 if "sites" in door[0] else page.pk
    for method in ("get", "post"):
        response = getattr(signed_in(admin), method)(reverse(door[0], args=[key]))
        assert (response.status_code == 404) == (decision == "closed")


@pytest.mark.parametrize(("door", "decision"), rows("export"))
def test_an_export_has_lines_or_is_no_door(
    door: Any, decision: str, signed_in: Any, branch: Any, municipality: Any
) -> None:
    MentorFactory(municipality=municipality)
    client = signed_in(UserFactory(is_superuser=True))
    for kind in ("csv", "xlsx"):
        response = client.get(reverse(door[0]), {"export": kind})
        assert response.status_code == (404 if decision == "closed" else 200)
        assert decision == "closed" or text_of(response).strip()


@pytest.mark.parametrize(("door", "decision"), rows("report"))
def test_a_report_opens_and_offers_no_strangers_for_choice(
    door: Any, decision: str, signed_in: Any, coordinator: Any, other_municipality: Any, branch: Any
) -> None:
    stranger = UserFactory(
        username="kanareykin", last_name="Канарейкин", role=Role.EDITOR, municipality=other_municipality
    )
    far = open_branch(other_municipality)
    for place in (far, HomePage.objects.get()):  # the stock filters read every page's log, the home's with them
        text = place.add_child(instance=ContentPage(title="Чужое", slug=f"chuzhoe-{place.pk}", owner=stranger))
        text.save_revision(user=stranger, log_action=True)
        Page.objects.filter(pk=text.pk).update(locked=True, locked_by=stranger)
        text.get_workflow().start(text, stranger) if text.get_workflow() else None
    response = signed_in(coordinator).get(reverse(door[0]))
    assert response.status_code in (200, 302)
    assert "Канарейкин" not in text_of(response) and "kanareykin" not in text_of(response)


@pytest.mark.parametrize("name", ["wagtailadmin_explore_root", "wagtailadmin_pages:search"])
def test_the_lists_of_pages_offer_no_strangers_for_choice(
    name: str, signed_in: Any, coordinator: Any, other_municipality: Any, branch: Any
) -> None:
    stranger = UserFactory(
        username="kanareykin", last_name="Канарейкин", role=Role.EDITOR, municipality=other_municipality
    )
    far = open_branch(other_municipality)
    far.add_child(instance=ContentPage(title="Чужое", slug="chuzhoe", owner=stranger)).save_revision(user=stranger)
    own = branch.add_child(instance=ContentPage(title="Своё", slug="svoe", owner=coordinator))
    own.save_revision(user=coordinator, log_action=True)
    page = text_of(signed_in(coordinator).get(reverse(name), follow=True))
    assert "Канарейкин" not in page and "kanareykin" not in page


def test_colleagues_may_still_be_chosen(signed_in: Any, coordinator: Any, editor: Any, branch: Any) -> None:
    text = branch.add_child(instance=ContentPage(title="Своё", slug="svoe", owner=editor))
    text.save_revision(user=editor, log_action=True)
    assert Appointment.objects.filter(user=editor).exists()
    page = text_of(signed_in(coordinator).get(reverse("wagtailadmin_reports:site_history")))
    assert f'name="user" value="{editor.pk}"' in page


@pytest.mark.parametrize("what", ["external_link", "email_link", "phone_link", "anchor_link"])
@pytest.mark.parametrize("data", [{}, {"url": "/"}, {"external-link-chooser-link_text": "x"}])
def test_a_handmade_form_of_a_link_is_answered(
    what: str, data: dict[str, str], signed_in: Any, coordinator: Any
) -> None:
    response = signed_in(coordinator).post(reverse(f"wagtailadmin_choose_page_{what}"), data)
    assert response.status_code == 200
