"""A stage may result in an act of the site; whatever becomes of the act, the stage says so."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.documents.models import Document

from cms.acts.enums import RelationKind
from mentoring.programmes.stages.actions import AttachResults, CloseStage, StageRefused
from mentoring.programmes.stages.enums import PERSONAL_RESULTS, ResultKind, StageState
from mentoring.programmes.stages.models import StageResult
from mentoring.programmes.stages.table import STAGES
from tests.factories import OrganisationFactory
from tests.factories.acts import make_act
from tests.factories.branches import open_branch
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
    return Client().get(programme.url).content.decode()


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
    make_act("3-о", relations=[(RelationKind.CANCELS, cancelled)])
    deleted.delete()
    page = page_of(programme)
    assert f'href="{cancelled.url}">приказ организации</a>: акт утратил силу' in page
    assert "дорожная карта: акт удалён" in page


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
