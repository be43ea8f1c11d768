"""A programme is published only when it is complete, through whichever door; a draft is always saved."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowTask
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from cms.pages.readiness import NotReady
from mentoring.programmes.models import ProgrammePage
from tests.factories.programmes import branch_of, make_programme, programme_section

pytestmark = pytest.mark.django_db

PARTS = ("grounds", "tasks", "mentors", "mentees", "forms")


def filled(school, **changes):
    """The editor's form of a complete programme."""
    data = {
        "title": "Программа гимназии",
        "slug": "programma-gimnazii",
        "lead": "",
        "organisation": school.pk,
        "year": 2026,
        "start": 9,
        "definition": "Передача опыта",
        "aim": "Помочь каждому",
        "goals": ["keep"],
        "kinds": ["individual"],
        "mentoring_forms": [],
        "curator_name": "Ракитина О. Л.",
        "curator_post": "завуч",
        "curator_phone": "",
        "comments": inline_formset([]),
        "grounds": inline_formset([{"act": "", "citation": "распоряжение № Р-145"}]),
        "tasks": inline_formset([{"text": "Обучить"}]),
        "mentors": inline_formset([{"who": "педагоги", "age_from": "", "age_to": ""}]),
        "mentees": inline_formset([{"who": "обучающиеся", "age_from": "10", "age_to": "15"}]),
        "forms": inline_formset([{"pair_model": "teacher-teacher", "own_formats": "", "own_documents": ""}]),
    }
    return nested_form_data({**data, **changes})


@pytest.fixture
def organisation(municipality):
    from tests.factories import OrganisationFactory

    return OrganisationFactory(municipality=municipality)


@pytest.fixture
def editing(signed_in, superuser):
    return signed_in(superuser)


def create(editing, organisation, data):
    section = programme_section(branch_of(organisation.municipality))
    address = reverse("wagtailadmin_pages:add", args=["mentoring", "programmepage", section.pk])
    return editing.post(address, data)


def test_a_complete_programme_is_published_from_the_form(editing, organisation):
    create(editing, organisation, filled(organisation, **{"action-publish": "1"}))
    programme = ProgrammePage.objects.get()
    assert programme.live
    assert programme.municipality == organisation.municipality
    assert str(programme.mentees.get()) == "обучающиеся (10–15 лет)"


@pytest.mark.parametrize(
    ("field", "empty"),
    [(name, inline_formset([])) for name in PARTS]
    + [(name, "") for name in ("organisation", "definition", "aim", "curator_name", "curator_post")],
)
def test_without_any_one_of_its_needs_it_is_saved_as_a_draft_but_not_published(editing, organisation, field, empty):
    words = next(str(need.words) for need in ProgrammePage.needs if need.field == field)
    data = filled(organisation, **{field: empty})
    refused = create(editing, organisation, {**data, "action-publish": "1"})
    assert refused.status_code == 200
    assert words in refused.content.decode()
    assert not ProgrammePage.objects.exists()

    create(editing, organisation, data)
    assert not ProgrammePage.objects.get().live


def test_a_title_alone_makes_a_draft(editing, organisation):
    empty = {name: inline_formset([]) for name in PARTS}
    texts = dict.fromkeys(("organisation", "definition", "aim", "curator_name", "curator_post"), "")
    create(editing, organisation, filled(organisation, **empty, **texts))
    draft = ProgrammePage.objects.get()
    page = editing.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()
    for need in ProgrammePage.needs:
        assert str(need.words) in page
    assert 'href="#id_tasks-ADD"' in page
    assert 'id="id_tasks-ADD"' in page


def test_another_districts_organisation_is_no_choice(editing, organisation, other_municipality):
    from tests.factories import OrganisationFactory

    foreign = OrganisationFactory(municipality=other_municipality)
    section = programme_section(branch_of(organisation.municipality))
    address = reverse("wagtailadmin_pages:add", args=["mentoring", "programmepage", section.pk])
    assert editing.post(address, filled(foreign)).status_code == 200
    assert not ProgrammePage.objects.exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"mentees": inline_formset([{"who": "дети", "age_from": "15", "age_to": "10"}])}, "возраста меньше нижней"),
        ({"forms": inline_formset([{"pair_model": "pupil-pupil"}, {"pair_model": "pupil-pupil"}])}, "выбрана дважды"),
        ({"year": "1900"}, "1900"),
        ({"forms": inline_formset([{"pair_model": "neighbour"}])}, "neighbour"),
    ],
)
def test_nonsense_is_told_in_words(editing, organisation, changes, words):
    response = create(editing, organisation, filled(organisation, **changes))
    assert response.status_code == 200
    assert words in response.content.decode()


def incomplete(organisation):
    programme = make_programme(organisation, live=False)
    programme.tasks = []
    programme.save_revision()
    return programme


def test_a_bulk_publication_names_what_is_missing_and_publishes_nothing(editing, organisation):
    programme, ready = incomplete(organisation), make_programme(organisation, live=False, title="Готовая")
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = editing.post(
        f"{address}?id={programme.pk}&id={ready.pk}&next=/admin/", {"include_descendants": ""}, follow=True
    )
    assert "Добавьте хотя бы одну задачу." in answer.content.decode()
    assert not Page.objects.filter(pk__in=[programme.pk, ready.pk], live=True).exists()


def test_a_bulk_publication_of_a_section_asks_the_drafts_below_it(editing, organisation):
    programme = incomplete(organisation)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    editing.post(f"{address}?id={programme.get_parent().pk}&next=/admin/", {"include_descendants": "on"})
    programme.refresh_from_db()
    assert not programme.live


def plan(page):
    """The latest draft was to be published an hour ago."""
    page.revisions.filter(pk=page.latest_revision_id).update(approved_go_live_at=timezone.now() - timedelta(hours=1))


def test_a_planned_publication_of_an_incomplete_programme_is_taken_back_and_others_go_on(organisation):
    programme, ready = incomplete(organisation), make_programme(organisation, live=False, title="Готовая")
    for page in (programme, ready):
        plan(page)
    call_command("publish_scheduled")
    programme.refresh_from_db()
    ready.refresh_from_db()
    assert (programme.live, ready.live) == (False, True)
    assert not programme.revisions.filter(approved_go_live_at__isnull=False).exists()
    call_command("publish_scheduled")  # nothing is tried twice


def test_the_history_tells_why_a_planned_publication_did_not_happen(editing, organisation):
    programme = incomplete(organisation)
    plan(programme)
    call_command("publish_scheduled")
    history = editing.get(reverse("wagtailadmin_pages:history", args=[programme.pk])).content.decode()
    assert "по расписанию не состоялась" in history


def test_a_workflow_does_not_end_in_publishing_what_is_incomplete(organisation, superuser, signed_in):
    programme = incomplete(organisation)
    task = GroupApprovalTask.objects.create(name="Проверка")
    workflow = Workflow.objects.create(name="Проверка")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    state = workflow.start(programme, superuser)
    address = reverse("wagtailadmin_pages:workflow_action", args=[programme.pk, "approve", state.current_task_state.pk])
    assert signed_in(superuser).post(address).status_code in (200, 302)
    programme.refresh_from_db()
    assert not programme.live


def test_the_api_of_the_admin_publishes_it_neither_as_new_nor_over_what_visitors_see(editing, organisation):
    published = make_programme(organisation, aim="Прежняя цель")
    published.aim = ""
    published.save_revision()
    for programme in (incomplete(organisation), published):
        answer = editing.post(f"/admin/api/main/pages/{programme.pk}/action/publish/", content_type="application/json")
        assert answer.status_code == 403
    assert list(ProgrammePage.objects.live().values_list("aim", flat=True)) == ["Прежняя цель"]


def test_no_code_publishes_it_either(organisation):
    programme = incomplete(organisation)
    with pytest.raises(NotReady, match="задачу"):
        programme.get_latest_revision().publish()


def test_what_visitors_read_is_not_emptied_by_a_save(organisation):
    published = make_programme(organisation, aim="Прежняя цель")
    published.aim = ""
    published.save(update_fields=["locked"])
    for only in (None, ["aim"]):
        with pytest.raises(NotReady, match="цель"):
            published.save(update_fields=only)
    assert ProgrammePage.objects.live().get(pk=published.pk).aim == "Прежняя цель"


def test_a_page_older_than_its_needs_is_still_locked_and_moved(organisation):
    published = make_programme(organisation)
    ProgrammePage.objects.filter(pk=published.pk).update(aim="")
    older = ProgrammePage.objects.get(pk=published.pk)
    older.locked = True
    older.save()
    assert ProgrammePage.objects.live().get(pk=published.pk).locked
