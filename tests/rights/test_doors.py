"""No door of the admin shows or changes what lies beyond the border: every address is walked, every id swapped."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone
from wagtail.models import TaskState, WorkflowState

from cms.accounts.enums import Role
from cms.accounts.models import Appointment
from mentoring.bank.actions import ConfirmMentor
from mentoring.bank.models import Mentor
from mentoring.consents.actions import WithdrawConsent
from mentoring.pairs.enums import PairState
from tests.factories import MentorConsentFactory, MentorFactory, OrganisationFactory, PairFactory, TrainingRecordFactory

pytestmark = pytest.mark.django_db

CANARY = "Канарейкина"
MENTOR = "wagtailsnippets_mentoring_mentor"
PAIR = "wagtailsnippets_mentoring_pair"
ACTIONS = {
    "mentor": ("mentor_move", "mentor_confirm", "mentor_suspend"),
    "pair": ("pair_open", "pair_prepare", "pair_pause", "pair_resume", "pair_complete", "pair_end", "pair_reopen"),
}


#: Wagtail's own page that breaks on purpose, and the way out.
UNWALKED = {"/admin/failwhale/", "/admin/logout/"}


@pytest.fixture
def foreign(other_municipality, other_coordinator):
    """A mentor of the other municipality with everything around it: revisions, moderation, consents, a pair, a log."""
    mentor = MentorFactory(
        municipality=other_municipality, last_name=CANARY, public=True, organisation__short_name=f"Школа {CANARY}"
    )
    TrainingRecordFactory(mentor=mentor, programme=f"Программа {CANARY}")
    mentor.first_revision = mentor.save_revision(user=other_coordinator)
    mentor.second_revision = mentor.save_revision(user=other_coordinator)
    mentor.get_workflow().start(mentor, other_coordinator)
    mentor.task_state = TaskState.objects.get(workflow_state__object_id=str(mentor.pk))
    mentor.pair = PairFactory(mentor=mentor)
    ConfirmMentor(mentor, other_coordinator).execute()
    WithdrawConsent(MentorConsentFactory(mentor=mentor), other_coordinator, timezone.localdate()).execute()
    return mentor


def admin_addresses() -> Iterator[tuple[str, list[str]]]:
    """Every address under /admin/ as a template («snippets/…/%(pk)s/») with the names of its parameters."""
    yield from _walk(get_resolver().url_patterns, "/")


def _walk(patterns: list, prefix: str) -> Iterator[tuple[str, list[str]]]:
    for pattern in patterns:
        route = str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            if prefix != "/" or route == "admin/":
                yield from _walk(pattern.url_patterns, prefix + route)
        elif isinstance(pattern, URLPattern) and prefix.startswith("/admin/"):
            address = prefix + route.replace("^", "").replace("$", "")
            yield address, re.findall(r"<(?:\w+:)?(\w+)>", address)


def filled(address: str, mentor: Mentor) -> str | None:
    """The address with the foreign mentor's ids in it, or None where it asks for something else."""
    values = {
        "pk": mentor.pair.pk if "/pair" in address else mentor.pk,
        "object_id": mentor.pk,
        "revision_id": mentor.first_revision.pk,
        "task_state_id": mentor.task_state.pk,
        "task_id": mentor.task_state.task_id,
        "workflow_state_id": mentor.task_state.workflow_state_id,
        "instance_pk": mentor.pk,
        "app_label": "mentoring",
        "model_name": "mentor",
        "content_type_app_name": "mentoring",
        "content_type_model_name": "mentor",
        "action": "delete",
        "action_name": "approve",
    }
    if "compare" in address and "snippets" in address:
        return reverse(f"{MENTOR}:revisions_compare", args=[mentor.pk, mentor.first_revision.pk, "latest"])
    if "(?" in address or "\\" in address:
        return None
    names = re.findall(r"<(?:\w+:)?(\w+)>", address)
    if not set(names) <= set(values):
        return None
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda found: str(values[found[1]]), address)


def test_no_address_of_the_admin_shows_a_foreign_name(signed_in, coordinator, foreign):
    client = signed_in(coordinator)
    client.raise_request_exception = False
    walked, leaks = 0, []
    for address, _names in admin_addresses():
        url = filled(address, foreign)
        if url is None or url in UNWALKED:
            continue
        response = client.get(url)
        walked += 1
        body = b"".join(response.streaming_content) if response.streaming else response.content
        if CANARY in body.decode("utf-8", "ignore") or response.status_code >= 500:
            leaks.append((url, response.status_code))
    assert leaks == []
    assert walked > 150


@pytest.mark.parametrize(
    ("address", "params"),
    [
        (f"{MENTOR}:list", {"export": "csv"}),
        (f"{MENTOR}:list", {"export": "xlsx"}),
        (f"{MENTOR}:list", {"q": CANARY, "municipality": "1"}),
        (f"{MENTOR}:list_results", {"q": CANARY}),
        ("wagtailadmin_reports:site_history", {"export": "csv"}),
        ("wagtailadmin_reports:site_history", {"object_type": "1", "label": CANARY}),
        ("wagtailsnippetchoosers_mentoring_mentor:choose_results", {"q": CANARY}),
        ("mentoring_mentorconsent_modeladmin_index", {"q": CANARY}),
        ("cms_organisation_modeladmin_index", {"q": CANARY}),
        ("wagtailadmin_pages:search", {"q": CANARY}),
    ],
)
def test_searches_and_exports_end_at_the_border(signed_in, coordinator, foreign, address, params):
    response = signed_in(coordinator).get(reverse(address), params)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    text = body.decode("utf-8", "ignore")
    assert f"{CANARY} Вера" not in text  # the query itself may be repeated
    assert f"Школа {CANARY}" not in text


def test_the_owners_do_see_these_things(signed_in, other_coordinator, foreign):
    client = signed_in(other_coordinator)
    for address in (f"{MENTOR}:list", "wagtailadmin_reports:site_history", "mentoring_mentorconsent_modeladmin_index"):
        assert CANARY in client.get(reverse(address)).content.decode()


def test_the_page_of_a_bulk_deletion_names_no_foreign_entry(signed_in, coordinator, foreign, municipality):
    mine = MentorFactory(municipality=municipality)
    url = "/admin/bulk/mentoring/mentor/delete/"
    query = f"?id={foreign.pk}&id={mine.pk}"
    page = signed_in(coordinator).get(url + query)
    assert CANARY not in page.content.decode()
    assert mine.last_name in page.content.decode()
    signed_in(coordinator).post(f"{url}?id=all")
    assert Mentor.objects.count() == 2
    signed_in(coordinator).post(url + query)
    assert set(Mentor.objects.values_list("pk", flat=True)) == {foreign.pk}


@pytest.mark.parametrize("name", [*ACTIONS["mentor"], *ACTIONS["pair"], "consent_withdraw"])
def test_no_action_reaches_a_foreign_object(signed_in, coordinator, foreign, name):
    consent = foreign.consents.filter(withdrawn_on__isnull=True).first()
    pk = {"mentor": foreign.pk, "pair": foreign.pair.pk}.get(name.split("_")[0], consent.pk)
    before = (foreign.selection_state, foreign.confirmed_on)
    Mentor.objects.filter(pk=foreign.pk).update(confirmed_on=before[1])
    day = f"{timezone.localdate():%Y-%m-%d}"
    data = {"to_state": "proposed", "note": "x", "ended_on": day, "on": day}
    response = signed_in(coordinator).post(reverse(name, args=[pk]), data)
    assert response.status_code == 404
    stored = Mentor.objects.get(pk=foreign.pk)
    assert (stored.selection_state, stored.confirmed_on) == before
    assert foreign.pairs.get().state == PairState.DRAFT
    assert foreign.consents.get(pk=consent.pk).withdrawn_on is None


def test_a_chooser_hands_out_no_foreign_mentor(signed_in, coordinator, foreign):
    client = signed_in(coordinator)
    assert client.get(reverse("wagtailsnippetchoosers_mentoring_mentor:chosen", args=[foreign.pk])).status_code == 404
    many = client.get(reverse("wagtailsnippetchoosers_mentoring_mentor:chosen_multiple"), {"id": foreign.pk})
    assert CANARY not in many.content.decode()


def test_swapped_ids_have_no_effect(signed_in, coordinator, foreign, municipality):
    """An own object in the address, a foreign revision or task state behind it."""
    mine, client = MentorFactory(municipality=municipality), signed_in(coordinator)
    mine.save_revision()
    mine.get_workflow().start(mine, coordinator)
    client.post(reverse(f"{MENTOR}:workflow_action", args=[mine.pk, "approve", foreign.task_state.pk]))
    client.post(reverse(f"{MENTOR}:workflow_action", args=[mine.pk, "reject", foreign.task_state.pk]), {"comment": "x"})
    assert TaskState.objects.get(pk=foreign.task_state.pk).status == TaskState.STATUS_IN_PROGRESS
    for name, args in (
        ("revisions_view", [mine.pk, foreign.first_revision.pk]),
        ("revisions_revert", [mine.pk, foreign.first_revision.pk]),
        ("revisions_unschedule", [mine.pk, foreign.first_revision.pk]),
        ("revisions_compare", [mine.pk, foreign.first_revision.pk, "latest"]),
        ("workflow_history_detail", [mine.pk, foreign.task_state.workflow_state_id]),
        ("collect_workflow_action_data", [mine.pk, "approve", foreign.task_state.pk]),
    ):
        response = client.get(reverse(f"{MENTOR}:{name}", args=args))
        assert CANARY not in response.content.decode(), name
        assert response.status_code in (302, 404), name


def test_a_foreign_school_in_the_form_is_refused(signed_in, coordinator, foreign, municipality):
    client, own_school = signed_in(coordinator), OrganisationFactory(municipality=municipality)
    mine = MentorFactory(organisation=own_school)
    data = {
        "last_name": "Перебежчик", "first_name": "А", "person": "teacher", "source": "self", "level": "municipal",
        "places_total": 1, "organisation": foreign.organisation_id,
        "portfolio_links-TOTAL_FORMS": 0, "portfolio_links-INITIAL_FORMS": 0, "action-publish": "1",
    }  # fmt: skip
    client.post(reverse(f"{MENTOR}:add"), data)
    client.post(reverse(f"{MENTOR}:edit", args=[mine.pk]), data)
    assert not Mentor.objects.filter(last_name="Перебежчик").exists()
    mine.refresh_from_db()
    assert mine.get_latest_revision_as_object().organisation_id == own_school.pk


def test_a_pair_takes_no_foreign_mentor(signed_in, coordinator, foreign, municipality):
    pair = PairFactory(mentor=MentorFactory(municipality=municipality))
    data = {
        "mentor": foreign.pk, "organisation": pair.organisation_id, "model": "teacher-teacher", "kind": "individual",
        "started_on": "2026-01-10", "mentees-TOTAL_FORMS": 0, "mentees-INITIAL_FORMS": 0,
    }  # fmt: skip
    client = signed_in(coordinator)
    client.post(reverse(f"{PAIR}:add"), data)
    client.post(reverse(f"{PAIR}:edit", args=[pair.pk]), data)
    assert set(foreign.pairs.values_list("pk", flat=True)) == {foreign.pair.pk}


def test_two_appointments_do_not_add_up(signed_in, coordinator, municipality, other_municipality):
    """A coordinator here who is a methodist there edits there and publishes only here."""
    Appointment.objects.create(user=coordinator, role=Role.METHODIST, municipality=other_municipality)
    client, there = signed_in(coordinator), MentorFactory(municipality=other_municipality, draft=True)
    data = {
        "last_name": "Соседов", "first_name": "А", "person": "teacher", "source": "self", "level": "municipal",
        "places_total": 1, "organisation": there.organisation_id,
        "portfolio_links-TOTAL_FORMS": 0, "portfolio_links-INITIAL_FORMS": 0,
    }  # fmt: skip
    client.post(reverse(f"{MENTOR}:edit", args=[there.pk]), data)
    assert Mentor.objects.get(pk=there.pk).get_latest_revision_as_object().last_name == "Соседов"
    client.post(reverse(f"{MENTOR}:edit", args=[there.pk]), {**data, "action-publish": "1"})
    client.post(reverse(f"{MENTOR}:add"), {**data, "action-publish": "1"})
    client.post(reverse(f"{MENTOR}:delete", args=[there.pk]))
    client.post(reverse(f"{MENTOR}:lock", args=[there.pk]))
    assert Mentor.objects.filter(pk=there.pk, locked=False).exists()
    assert not Mentor.objects.filter(organisation__municipality=other_municipality, live=True).exists()


def test_an_ended_appointment_ends_the_rights(signed_in, coordinator, municipality):
    mentor = MentorFactory(municipality=municipality)
    Appointment.objects.filter(user=coordinator).delete()
    response = signed_in(coordinator).get(reverse(f"{MENTOR}:edit", args=[mentor.pk]))
    assert response.status_code == 302
    assert mentor.last_name not in response.content.decode()


def test_the_workflow_report_of_somebody_who_keeps_pages_too_ends_at_the_border(signed_in, coordinator, foreign):
    """With a right to pages Wagtail's own report would list every municipality's drafts."""
    from django.contrib.auth.models import Group
    from wagtail.models import GroupPagePermission, Page

    group = Group.objects.create(name="страницы")
    GroupPagePermission.objects.create(group=group, page=Page.get_first_root_node(), permission_type="change")
    coordinator.groups.add(group)
    client = signed_in(coordinator)
    for name in ("workflow", "workflow_tasks"):
        page = client.get(reverse(f"wagtailadmin_reports:{name}"))
        assert page.status_code == 200
        assert CANARY not in page.content.decode()
    content_type = ContentType.objects.get_for_model(Mentor)
    assert WorkflowState.objects.filter(base_content_type=content_type).count() == 1
