"""Views that take ids beside their address, and every address by POST: nothing foreign is named, nothing is changed."""

from __future__ import annotations

import json

import pytest
from django.urls import reverse
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from cms.branches.models import Branch
from tests.factories.yearbooks import picture_in
from tests.rights.test_doors import UNWALKED, admin_addresses
from tests.rights.test_page_doors import CANARY, branches, draft, filled  # noqa: F401 – fixtures

pytestmark = pytest.mark.django_db

#: What asks for an upload or sends something into the world is tried elsewhere.
NOT_POSTED = UNWALKED | {"/admin/login/", "/admin/password_reset/"}


@pytest.fixture
def files(draft, other_municipality, settings, tmp_path):  # noqa: F811
    """A picture and a document of the other municipality."""
    settings.MEDIA_ROOT = tmp_path
    image = picture_in(other_municipality, CANARY)
    collection = Branch.objects.get(municipality=other_municipality).collection
    document = get_document_model().objects.create(title=CANARY, file="documents/plan.txt", collection=collection)
    return {get_image_model(): image, get_document_model(): document, Page: draft}


def bulk_doors():
    bulk_action_registry._scan_for_bulk_actions()
    for app, by_model in bulk_action_registry.actions.items():
        for model, actions in by_model.items():
            for name in actions:
                if model in ("page", "image", "document"):
                    yield app, model, name


def state_of(things):
    """Everything that a bulk action could change."""
    stored = [type(thing).objects.get(pk=thing.pk) for thing in things]
    return [
        (thing.pk, thing.title, getattr(thing, "live", None), getattr(thing, "path", None), thing.specific.pk)
        if isinstance(thing, Page)
        else (thing.pk, thing.title, thing.collection_id, list(thing.tags.names()))
        for thing in stored
    ]


def told(response) -> str:
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return body.decode("utf-8", "ignore")


@pytest.mark.parametrize("who", ["coordinator", "editor", "expert"])
def test_no_bulk_action_names_or_touches_what_is_foreign(who, request, signed_in, files):
    client, before = signed_in(request.getfixturevalue(who)), state_of(files.values())
    walked = 0
    for app, model, name in bulk_doors():
        thing = next(thing for kind, thing in files.items() if kind._meta.model_name == model)
        url = reverse("wagtail_bulk_action", args=[app, model, name])
        parents = f"&childOf={thing.get_parent().pk}" if model == "page" else f"&childOf={thing.collection_id}"
        for query in (f"?id={thing.pk}", "?id=all", f"?id=all{parents}", f"?id=all&q={CANARY}", "?id=x", "?id="):
            for response in (
                client.get(url + query),
                client.post(url + query, {"tags": "x", "chooser": thing.pk, "include_descendants": "on"}, follow=True),
                client.get(reverse("wagtailadmin_home")),
            ):
                page = told(response).replace(f"q={CANARY.replace(' ', '%20')}", "")
                assert response.status_code < 500, url + query
                assert CANARY not in page.replace(f"id=all&amp;q={CANARY}", ""), url + query
        walked += 1
    assert walked >= 10
    assert state_of(files.values()) == before


def test_the_owner_may_do_it(signed_in, other_coordinator, files):
    page = files[Page]
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    assert CANARY in told(signed_in(other_coordinator).get(f"{url}?id={page.pk}"))


@pytest.mark.parametrize("who", ["coordinator", "editor", "expert"])
def test_a_chooser_hands_out_no_foreign_draft(who, request, signed_in, draft):  # noqa: F811
    client = signed_in(request.getfixturevalue(who))
    url = reverse("wagtailadmin_choose_page_chosen_multiple")
    for query in (f"?id={draft.pk}", f"?id={draft.pk}&id={draft.get_parent().pk}", "?id=x", f"?id={2**70}"):
        response = client.get(url + query)
        assert response.status_code == 200
        assert CANARY not in told(response)
    assert draft.get_parent().pk in [
        it["id"] for it in json.loads(told(client.get(f"{url}?id={draft.get_parent().pk}")))["result"]
    ]


def test_moderation_shows_a_draft_to_those_who_moderate_it(signed_in, coordinator, other_coordinator, draft):  # noqa: F811
    task = draft.state.current_task_state.task_id
    for task_id in (task, task + 1):
        url = reverse("wagtailadmin_pages:workflow_preview", args=[draft.pk, task_id])
        response = signed_in(coordinator).get(url, follow=True)
        assert response.status_code == 404
        assert CANARY not in told(response)
    url = reverse("wagtailadmin_pages:workflow_preview", args=[draft.pk, task])
    assert CANARY in told(signed_in(other_coordinator).get(url))


@pytest.mark.slow
@pytest.mark.parametrize("who", ["coordinator", "expert"])
def test_no_address_by_post_names_or_changes_a_foreign_draft(who, request, signed_in, files):
    page, client = files[Page], signed_in(request.getfixturevalue(who))
    client.raise_request_exception = False
    before, leaks, walked = state_of(files.values()), [], 0
    for address, _names in admin_addresses():
        url = filled(address, page)
        if url is None or url in NOT_POSTED:
            continue
        response = client.post(f"{url}?id={page.pk}", {"id": page.pk, "title": "Чужое", "action-publish": "1"})
        walked += 1
        if CANARY in told(response):
            leaks.append((url, response.status_code))
    assert leaks == []
    assert CANARY not in told(client.get(reverse("wagtailadmin_home"))), "no message tells of it afterwards"
    assert state_of(files.values()) == before
    assert walked > 150
