"""A stage may result in an act of the site; whatever becomes of the act, the stage says so."""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.documents.models import Document

from bestpractices.practices.lists import PracticeGround
from cms.acts.enums import RelationKind
from mentoring.programmes.papers import programme_paper
from mentoring.programmes.parts import ProgrammeGround
from mentoring.programmes.presenters import present
from mentoring.programmes.stages.actions import AttachResults, CloseStage, StageRefused
from mentoring.programmes.stages.enums import PERSONAL_RESULTS, ResultKind, StageState
from mentoring.programmes.stages.lines import staff_lines
from mentoring.programmes.stages.models import StageResult
from mentoring.programmes.stages.table import STAGES
from tests.factories import OrganisationFactory
from tests.factories.acts import make_act
from tests.factories.branches import open_branch
from tests.factories.practices import practice_published
from tests.factories.programmes import make_programme
from tests.mentoring.programmes.test_stages import put, upload

pytestmark = pytest.mark.django_db
FIRST, SECOND = STAGES[0], STAGES[1]


@pytest.fixture(autouse=True)
def files_of_the_test(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def programme(municipality):
    open_branch(municipality)
    programme = make_programme(OrganisationFactory(municipality=municipality))
    put(programme, FIRST.number, StageState.UNDER_WAY)
    return programme


def attach(programme, act, kind=ResultKind.ORDER, user=None):
    AttachResults(programme, FIRST, user, {kind: act}).execute()


def page_of(programme):
    return text_of(programme)


def test_acts_close_a_stage_as_documents_do_and_the_page_leads_to_them(programme):
    acts = {kind: make_act(f"{number}-о") for number, kind in enumerate(FIRST.results, start=1)}
    for kind, act in list(acts.items())[1:]:
        attach(programme, act, kind)
    with pytest.raises(StageRefused, match=str(FIRST.results[0].label)):
        CloseStage(programme, FIRST, None).execute()
    attach(programme, acts[FIRST.results[0]], FIRST.results[0])
    CloseStage(programme, FIRST, None).execute()
    assert all(f'href="{act.url}"' in page_of(programme) for act in acts.values())


def test_a_withdrawn_act_leaves_no_link_and_the_stage_cannot_be_closed_with_it(programme):
    act = make_act()
    for kind in FIRST.results:
        attach(programme, act, kind)
    act.unpublish()
    page = page_of(programme)
    assert "приказ организации: акт снят с сайта" in page
    assert act.url not in page
    with pytest.raises(StageRefused, match="приказ организации"):
        CloseStage(programme, FIRST, None).execute()


def test_an_act_that_was_cancelled_or_deleted_is_told_of(programme):
    cancelled, deleted = make_act("1-о"), make_act("2-о")
    attach(programme, cancelled)
    attach(programme, deleted, ResultKind.ROADMAP)
    make_act("3-о", date=date(2024, 3, 1), relations=[(RelationKind.CANCELS, cancelled)])
    deleted.delete()
    page = page_of(programme)
    assert f'href="{cancelled.url}">приказ организации</a>: не действует с 1 марта 2024' in page
    assert "дорожная карта: акт удалён" in page


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"school_year": 2023}, "срок действия истёк 31 августа 2024"),
        ({"title": "О наставничестве на 2022–2023 учебный год"}, "срок действия истёк 31 августа 2023"),
        ({"force_from": date(2090, 1, 1)}, "начнёт действовать 1 января 2090"),
        ({}, ""),
    ],
)
def test_an_act_is_called_as_on_its_own_page_wherever_it_stands(programme, methodist, fields, words):
    act = make_act(**fields)
    attach(programme, act)
    programme.grounds = [ProgrammeGround(act=act)]
    programme.save_revision().publish()
    practice = practice_published(programme.organisation.municipality, methodist)
    ground = PracticeGround(page=practice, target=act, words="Приказ № 214-о", sort_order=0)
    PracticeGround.objects.bulk_create([ground])  # it came with the words that were checked
    later = make_act("9-о", relations=[(RelationKind.RESTS_ON, act)])
    staff = " ".join(line.note for stage in staff_lines(programme) for line in stage.results)
    paper = repr(list(programme_paper(present(programme, timezone.localdate()), "/").parts))
    said = [text_of(programme), text_of(practice), text_of(later), plain(staff), plain(paper)]
    if not words:
        assert not any("действия истёк" in one or "не действует" in one for one in said)
        return
    assert words.capitalize() in text_of(act)
    assert [words in one for one in said] == [True] * 5
    assert said[0].count(words) == 2  # of the stage and of the ground
    assert plain(paper).count(words) == 2


def text_of(page):
    return plain(Client().get(page.url).content.decode())


def plain(text):
    return text.replace("\\xa0", " ").replace("\xa0", " ")


def test_a_draft_is_no_result_and_no_list_of_people_is_an_act(programme):
    with pytest.raises(StageRefused, match="не опубликован"):
        attach(programme, make_act(live=False))
    put(programme, SECOND.number, StageState.UNDER_WAY)
    with pytest.raises(StageRefused, match="закрытым файлом"):
        AttachResults(programme, SECOND, None, {ResultKind.MENTEES: make_act("9-о")}).execute()


def test_a_document_and_an_act_take_each_others_place(programme):
    act = make_act()
    order = Document.objects.create(title="Приказ", file=ContentFile(b"%PDF", name="prikaz.pdf"))
    for thing in (order, act, order):
        attach(programme, thing)
    result = StageResult.objects.get(programme=programme, kind=ResultKind.ORDER)
    assert (result.document, result.act) == (order, None)


def test_the_form_takes_an_act_or_a_document_but_not_both(programme, signed_in, coordinator, superuser):
    act = make_act()
    order = Document.objects.create(title="Приказ", file=ContentFile(b"%PDF", name="prikaz.pdf"))
    address = reverse("programme_stage_results", args=[programme.pk, FIRST.number])
    both = signed_in(superuser).post(address, {"order": order.pk, "order-act": act.pk}).content.decode()
    assert "Выберите что-то одно" in both
    browser = signed_in(coordinator)
    browser.post(address, {"order-act": act.pk})
    assert programme.stage_results.get().act == act
    course = browser.get(reverse("programme_course", args=[programme.pk])).content.decode()
    assert act.url in course


def test_anothers_draft_is_not_offered(programme, signed_in, coordinator, other_municipality):
    foreign = make_act("77-о", live=False, home=open_branch(other_municipality))
    address = reverse("programme_stage_results", args=[programme.pk, FIRST.number])
    page = signed_in(coordinator).post(address, {"order-act": foreign.pk}).content.decode()
    assert foreign.title not in page
    assert not programme.stage_results.exists()


def test_closed_files_stay_as_they_were(programme):
    put(programme, SECOND.number, StageState.UNDER_WAY)
    AttachResults(programme, SECOND, None, {ResultKind.MENTEES: upload()}).execute()
    assert {ResultKind.MENTEES} <= PERSONAL_RESULTS
    assert "база наставляемых: документ приложен" in page_of(programme)
