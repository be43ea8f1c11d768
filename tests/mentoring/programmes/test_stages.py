"""Seven stages, each closed by its own documents; the table of moves row by row (S0-01)."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction, PageLogEntry

from mentoring.programmes.stages.actions import (
    AttachResults,
    CloseStage,
    ReopenStage,
    StageRefused,
    StartStage,
    UnstartStage,
)
from mentoring.programmes.stages.enums import PERSONAL_RESULTS, STAGE_TRANSITIONS, ResultKind, StageState
from mentoring.programmes.stages.models import ProgrammeStage
from mentoring.programmes.stages.next_steps import NextStep, _providers, register_next_step
from mentoring.programmes.stages.table import STAGES
from tests.factories import MentorFactory, OrganisationFactory, PairFactory
from tests.factories.branches import open_branch
from tests.factories.programmes import make_programme

pytestmark = pytest.mark.django_db
FIRST, SECOND, LAST_STAGE = STAGES[0], STAGES[1], STAGES[-1]


@pytest.fixture(autouse=True)
def files_of_the_test(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def programme(municipality):
    open_branch(municipality)
    return make_programme(OrganisationFactory(municipality=municipality))


def document(title="Приказ", collection=None):
    fields = {"collection": collection} if collection else {}
    return Document.objects.create(title=title, file=ContentFile(b"%PDF", name="prikaz.pdf"), **fields)


def upload(name="spisok.xlsx", content=b"people"):
    return SimpleUploadedFile(name, content)


def put(programme, number, state):
    ProgrammeStage.objects.update_or_create(
        programme=programme, number=number, defaults={"state": state, "changed_on": "2026-10-01"}
    )


def state(programme, number):
    row = programme.stages.filter(number=number).first()
    return row.state if row else StageState.PLANNED


def everything_for(programme, stage):
    given = {kind: upload() if kind in PERSONAL_RESULTS else document() for kind in stage.results}
    AttachResults(programme, stage, None, given).execute()


ACTIONS = {
    (StageState.PLANNED, StageState.UNDER_WAY): lambda page: StartStage(page, SECOND, None),
    (StageState.UNDER_WAY, StageState.CLOSED): lambda page: CloseStage(page, SECOND, None),
    (StageState.UNDER_WAY, StageState.PLANNED): lambda page: UnstartStage(page, SECOND, None, "рано"),
    (StageState.CLOSED, StageState.UNDER_WAY): lambda page: ReopenStage(page, SECOND, None, "нашли ошибку"),
}


def test_the_table_of_moves_and_the_actions_are_the_same_moves():
    assert set(ACTIONS) == {(a, b) for a, following in STAGE_TRANSITIONS.items() for b in following}


@pytest.mark.parametrize("now", list(StageState))
@pytest.mark.parametrize("move", list(ACTIONS))
def test_each_move_is_made_from_its_own_state_alone(programme, now, move):
    put(programme, 2, StageState.UNDER_WAY)
    everything_for(programme, SECOND)
    put(programme, 1, StageState.UNDER_WAY)
    put(programme, 2, now)
    if now == move[0]:
        ACTIONS[move](programme).execute()
        assert state(programme, 2) == move[1]
    else:
        with pytest.raises(StageRefused):
            ACTIONS[move](programme).execute()
        assert state(programme, 2) == now


def test_seven_stages_have_the_named_results():
    assert [stage.number for stage in STAGES] == [1, 2, 3, 4, 5, 6, 7]
    assert [len(stage.results) for stage in STAGES] == [4, 1, 1, 1, 1, 1, 1]


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: str(stage.number))
def test_a_stage_is_not_closed_while_any_of_its_documents_is_missing(programme, stage):
    put(programme, stage.number, StageState.UNDER_WAY)
    for kind in stage.results:
        with pytest.raises(StageRefused, match=str(kind.label)):
            CloseStage(programme, stage, None).execute()
        given = {kind: upload() if kind in PERSONAL_RESULTS else document()}
        AttachResults(programme, stage, None, given).execute()
    CloseStage(programme, stage, None).execute()
    assert state(programme, stage.number) == StageState.CLOSED


def test_closing_a_stage_begins_the_next_one_and_stands_in_the_history(programme, superuser):
    put(programme, 1, StageState.UNDER_WAY)
    everything_for(programme, FIRST)
    CloseStage(programme, FIRST, superuser).execute()
    assert state(programme, 2) == StageState.UNDER_WAY
    entry = PageLogEntry.objects.get(action="duet.stage.close", page=programme.pk)
    assert entry.user == superuser
    assert entry.message == "Этап закрыт: 1. Подготовка условий"


def test_reopening_needs_a_reason_and_a_restored_text_reopens_nothing(programme):
    put(programme, 1, StageState.CLOSED)
    with pytest.raises(StageRefused, match="причину"):
        ReopenStage(programme, FIRST, None, "  ").execute()
    programme.revisions.first().publish()
    assert state(programme, 1) == StageState.CLOSED


def test_what_was_begun_by_mistake_is_taken_back_for_a_reason_the_last_one_first(programme, signed_in, coordinator):
    browser = signed_in(coordinator)
    for number in (1, 2):
        browser.post(reverse("programme_stage_start", args=[programme.pk, number]))
    course = browser.get(reverse("programme_course", args=[programme.pk])).content.decode()
    assert course.count("Вернуть в ожидание…") == 1 and course.count("Начать этап") == 1
    refused = browser.post(reverse("programme_stage_unstart", args=[programme.pk, 1]), {"note": "рано"})
    assert "Уже начат этап 2" in refused.content.decode()
    for number in (2, 1):
        assert (
            browser.post(reverse("programme_stage_unstart", args=[programme.pk, number]), {"note": ""}).status_code
            == 200
        )
        browser.post(reverse("programme_stage_unstart", args=[programme.pk, number]), {"note": "начали рано"})
        assert state(programme, number) == StageState.PLANNED
    entry = PageLogEntry.objects.filter(action="duet.stage.unstart", page=programme.pk).first()
    assert entry.comment == "начали рано"


def test_a_list_of_people_is_never_a_document_of_the_site(programme):
    put(programme, 2, StageState.UNDER_WAY)
    with pytest.raises(StageRefused, match="закрытым файлом"):
        AttachResults(programme, SECOND, None, {ResultKind.MENTEES: document()}).execute()


def test_a_closed_stage_keeps_its_documents_and_another_stage_takes_none_of_them(programme):
    put(programme, 2, StageState.CLOSED)
    with pytest.raises(StageRefused, match="верните этап"):
        AttachResults(programme, SECOND, None, {ResultKind.MENTEES: upload()}).execute()
    with pytest.raises(StageRefused, match="другому этапу"):
        AttachResults(programme, FIRST, None, {ResultKind.MENTEES: upload()}).execute()


def test_visitors_open_orders_and_only_learn_that_lists_of_people_are_there(programme):
    closed = Collection.get_first_root_node().add_child(name="Закрытая")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    for stage in (FIRST, SECOND):
        put(programme, stage.number, StageState.UNDER_WAY)
    order, hidden = document(), document("Положение", closed)
    AttachResults(programme, FIRST, None, {ResultKind.ORDER: order, ResultKind.REGULATION: hidden}).execute()
    AttachResults(programme, SECOND, None, {ResultKind.MENTEES: upload()}).execute()
    page = Client().get(programme.url).content.decode()
    assert f'href="{order.url}"' in page
    assert hidden.url not in page
    assert "база наставляемых: документ приложен" in page
    assert programme.stage_results.get(kind=ResultKind.MENTEES).file.name not in page


def test_the_closed_file_is_opened_by_the_districts_people_alone(programme, signed_in, coordinator, other_coordinator):
    put(programme, 2, StageState.UNDER_WAY)
    AttachResults(programme, SECOND, None, {ResultKind.MENTEES: upload(content=b"secret")}).execute()
    address = reverse("programme_result_file", args=[programme.pk, "mentees"])
    own = signed_in(coordinator).get(address)
    assert b"".join(own.streaming_content) == b"secret"
    assert own["Content-Disposition"].startswith("attachment")
    assert signed_in(other_coordinator).get(address).status_code == 302
    assert Client().get(address).status_code == 302


def test_a_coordinator_leads_a_stage_through_the_admin(programme, signed_in, coordinator):
    browser = signed_in(coordinator)
    course = reverse("programme_course", args=[programme.pk])
    early = browser.post(reverse("programme_stage_start", args=[programme.pk, 2]))
    assert "сначала начните этап 1" in early.content.decode()
    for number in (1, 2):
        browser.post(reverse("programme_stage_start", args=[programme.pk, number]))
    assert "ещё нет" in browser.get(course).content.decode()
    refused = browser.post(reverse("programme_stage_close", args=[programme.pk, 2]))
    assert "база наставляемых" in refused.content.decode()
    bad = browser.post(reverse("programme_stage_results", args=[programme.pk, 2]), {"mentees": upload("virus.exe")})
    assert "Подойдёт документ или таблица" in bad.content.decode()
    browser.post(reverse("programme_stage_results", args=[programme.pk, 2]), {"mentees": upload()})
    browser.post(reverse("programme_stage_close", args=[programme.pk, 2]))
    assert (state(programme, 2), state(programme, 3)) == (StageState.CLOSED, StageState.UNDER_WAY)


def test_anothers_district_cannot_move_a_stage_by_page_or_by_action(programme, signed_in, other_coordinator):
    for name in ("start", "unstart", "results", "close", "reopen"):
        signed_in(other_coordinator).post(reverse(f"programme_stage_{name}", args=[programme.pk, 2]), {"note": "x"})
    assert state(programme, 2) == StageState.PLANNED
    with pytest.raises(PermissionDenied):
        StartStage(programme, SECOND, other_coordinator).execute()


def test_an_unknown_stage_is_not_found(programme, signed_in, coordinator):
    assert signed_in(coordinator).get(reverse("programme_stage_start", args=[programme.pk, 8])).status_code == 404


def test_the_last_stage_offers_what_other_rooms_registered(programme, signed_in, coordinator):
    register_next_step(offer)
    try:
        course = reverse("programme_course", args=[programme.pk])
        assert "Написать практику" not in signed_in(coordinator).get(course).content.decode()
        put(programme, LAST_STAGE.number, StageState.UNDER_WAY)
        assert "Написать практику" in signed_in(coordinator).get(course).content.decode()
    finally:
        _providers.remove(offer)


def offer(programme, user):
    return NextStep("Написать практику", "/admin/")


def test_a_stage_takes_the_lists_that_the_system_holds(programme, signed_in, coordinator):
    mentor = MentorFactory(organisation=programme.organisation, last_name="Лосева", trained=True)
    pair = PairFactory(mentor=mentor, active=True, mentees=2, started_on=programme.school_year.begins)
    MentorFactory(last_name="Посторонняя")
    browser = signed_in(coordinator)
    lists = {2: "mentees", 3: "mentors", 4: "trained", 5: "pairs"}
    for number in range(1, 6):
        put(programme, number, StageState.UNDER_WAY)
    for number, kind in lists.items():
        address = reverse("programme_stage_results", args=[programme.pk, number])
        assert "Взять из системы" in browser.get(address).content.decode()
        browser.post(address, {f"{kind}-own": "on"})
    cells = {kind: _cells(programme.stage_results.get(kind=kind).file) for kind in lists.values()}
    assert all(any("Лосева" in cell for cell in found) for found in cells.values())
    assert not any("Посторонняя" in cell for found in cells.values() for cell in found)
    assert {mentee.full_name for mentee in pair.mentees.all()} <= set(cells["mentees"])
    both = browser.post(address, {"pairs-own": "on", "pairs": upload()})
    assert "список из системы или файл" in both.content.decode()


def test_a_list_of_nobody_is_not_offered(programme, signed_in, coordinator):
    put(programme, 2, StageState.UNDER_WAY)
    page = signed_in(coordinator).get(reverse("programme_stage_results", args=[programme.pk, 2]))
    assert "Взять из системы" not in page.content.decode()


def test_who_may_not_see_pairs_takes_no_list_of_them(programme, signed_in, editor):
    mentor = MentorFactory(organisation=programme.organisation, trained=True)
    PairFactory(mentor=mentor, active=True, mentees=1, started_on=programme.school_year.begins)
    browser = signed_in(editor)
    for number, kind in {2: "mentees", 5: "pairs"}.items():
        put(programme, number, StageState.UNDER_WAY)
        address = reverse("programme_stage_results", args=[programme.pk, number])
        page = browser.get(address)
        assert page.status_code == 200
        assert "Взять из системы" not in page.content.decode()
        browser.post(address, {f"{kind}-own": "on"})
        assert not programme.stage_results.filter(kind=kind).exists()


def _cells(file):
    return [
        str(cell) for row in load_workbook(file.open("rb")).active.iter_rows(values_only=True) for cell in row if cell
    ]
