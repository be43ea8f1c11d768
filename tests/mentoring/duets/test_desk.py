"""The desk, the year and the suggestions: an editor sees the own place, what is missing, and whom to ask."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.mailing.models import OutgoingMail
from cms.personal_links.models import PersonalLink
from mentoring.duets.actions.preparing import give_link
from mentoring.duets.enums import ProjectState, Voice
from mentoring.duets.jobs import alarm_about_months, publish_due_duets, take_down_interviews_without_consent
from mentoring.duets.letters import Occasion
from mentoring.duets.models import DuetProject
from mentoring.duets.months import first_of_month
from mentoring.duets.pages import DuetInterviewPage
from mentoring.duets.suggestions import suggest
from tests.factories import DuetProjectFactory, MentorFactory, PairFactory, SubjectFactory

pytestmark = pytest.mark.django_db


def words(response):
    return response.content.decode()


def test_the_desk_says_where_a_duet_stands(municipality, editor, signed_in):
    project = DuetProjectFactory(municipality=municipality, state=ProjectState.EDITING)
    page = words(signed_in(editor).get(f"/admin/duets/{project.pk}/"))
    for said in ("редактируется", "Вера Аркадьевна Лосева", "Показать участникам", "Ответы получены"):
        assert said in page


def test_a_row_of_all_duets_leads_to_its_duet(municipality, editor, signed_in):
    project = DuetProjectFactory(municipality=municipality)
    page = words(signed_in(editor).get("/admin/snippets/mentoring/duetproject/"))
    assert f'href="/admin/duets/{project.pk}/"' in page


def test_a_neighbour_finds_no_desk(municipality, other_coordinator, signed_in):
    project = DuetProjectFactory(municipality=municipality, state=ProjectState.EDITING)
    client = signed_in(other_coordinator)
    for address in ("", "words/", "invite/", "publish/", "newsletter.txt", "card.png", "paper.pdf"):
        assert client.get(f"/admin/duets/{project.pk}/{address}").status_code == 404
    assert "Лосева" not in words(client.get(f"/admin/duets/year/?place={municipality.code}"))


def test_a_second_duet_of_a_month_warns(municipality, editor, signed_in):
    DuetProjectFactory(municipality=municipality)
    month = f"{first_of_month(timezone.localdate()):%Y-%m-%d}"
    data = {"municipality": municipality.pk, "month": month}
    response = signed_in(editor).post("/admin/snippets/mentoring/duetproject/add/", data, follow=True)
    assert DuetProject.objects.count() == 2
    assert "теперь два дуэта" in words(response)
    assert "уже есть другой дуэт" in words(response)


def test_a_municipal_editor_makes_no_duet_of_the_region(municipality, editor, signed_in):
    month = f"{first_of_month(timezone.localdate()):%Y-%m-%d}"
    signed_in(editor).post("/admin/snippets/mentoring/duetproject/add/", {"municipality": "", "month": month})
    assert not DuetProject.objects.exists()


def test_the_year_is_a_wheel_and_a_table(municipality, editor, regional_centre, signed_in):
    DuetProjectFactory(municipality=municipality, state=ProjectState.ANSWERING)
    page = words(signed_in(editor).get("/admin/duets/year/"))
    assert page.count("<polygon") == 12 and "отвечают" in page
    assert words(signed_in(regional_centre).get("/admin/duets/year/?year=zz&place=%00")).count("Ключевской район") >= 1


def test_a_subject_not_heard_lately_comes_first_with_its_reasons(municipality):
    heard, fresh = SubjectFactory(name="Физика"), SubjectFactory(name="Биология")
    old = PairFactory(mentor=MentorFactory(public=True, municipality=municipality, subjects=[heard]), active=True)
    DuetProject.objects.create(municipality=municipality, month=date(2026, 9, 1), mentee=old.mentees.get())
    again = PairFactory(mentor=MentorFactory(public=True, municipality=municipality, subjects=[heard]), active=True)
    new = PairFactory(mentor=MentorFactory(public=True, municipality=municipality, subjects=[fresh]), active=True)
    PairFactory(mentor=MentorFactory(public=True, subjects=[fresh]), active=True)  # another municipality

    found = suggest(municipality, date(2026, 11, 1))

    assert [one.mentee.pair for one in found] == [new, again]
    reasons = [reason.words for reason in found[0].reasons]
    assert "Предмет «биология» за год не звучал" in reasons
    assert "Согласие на интервью сайт спросит у обоих" in reasons


def test_suggestions_cost_the_same_for_any_number_of_pairs(municipality, django_assert_num_queries):
    from django.db import connection

    PairFactory(mentor=MentorFactory(public=True, municipality=municipality), active=True)
    with CaptureQueriesContext(connection) as few:
        suggest(municipality, date(2026, 11, 1))
    for _number in range(5):
        PairFactory(mentor=MentorFactory(public=True, municipality=municipality), active=True)
    with django_assert_num_queries(len(few)):
        suggest(municipality, date(2026, 11, 1))


def test_an_empty_month_is_written_about_once(municipality, editor):
    alarm_about_months()
    alarm_about_months()
    mails = OutgoingMail.objects.filter(kind="duets.alarm", subject__startswith="Месяц без дуэта")
    assert {mail.recipient for mail in mails} == {editor.email}
    assert mails.count() == (2 if timezone.localdate().day >= 15 else 1)


def test_a_late_duet_is_written_about(municipality, editor):
    yesterday = timezone.localdate() - timedelta(days=1)
    DuetProjectFactory(municipality=municipality, state=ProjectState.ANSWERING, due_on=yesterday)
    alarm_about_months()
    assert OutgoingMail.objects.filter(subject__startswith="Дуэт запаздывает", recipient=editor.email).count() == 1


def test_a_named_hour_publishes_only_what_is_approved(municipality, editor):
    project = DuetProjectFactory(municipality=municipality, published=True)
    page = DuetInterviewPage.objects.get()
    page.unpublish()
    DuetProject.objects.update(state=ProjectState.SCHEDULED, publish_at=timezone.now())
    publish_due_duets()
    assert DuetInterviewPage.objects.presentable().exists()

    page.unpublish()
    project.speakers.update(approved_at=None)
    DuetProject.objects.update(state=ProjectState.SCHEDULED, publish_at=timezone.now())
    publish_due_duets()
    assert not DuetInterviewPage.objects.presentable().exists()
    assert OutgoingMail.objects.filter(subject__startswith="Дуэт не вышел").exists()


def test_the_job_takes_down_what_lost_a_consent_silently(municipality):
    project = DuetProjectFactory(municipality=municipality, published=True)
    project.mentee.consents.update(valid_until=timezone.localdate() - timedelta(days=1))
    take_down_interviews_without_consent()
    assert not DuetInterviewPage.objects.get().live


def test_an_idea_without_people_is_told_whom_to_ask_and_the_way_to_its_year(municipality, editor, signed_in):
    PairFactory(mentor=MentorFactory(municipality=municipality, public=True), active=True)
    project = DuetProjectFactory(municipality=municipality, state=ProjectState.IDEA, mentee=None, pair=None)
    page = words(signed_in(editor).get(f"/admin/duets/{project.pk}/"))
    assert f"/admin/snippets/mentoring/duetproject/edit/{project.pk}/?mentee=" in page
    assert f"/admin/duets/{project.pk}/invite/" not in page
    assert f"place={municipality.code}" in page
    assert f"<title>{project}" in " ".join(page.split()).replace("<title> ", "<title>")


def test_the_words_for_a_mailing_and_the_card_stand_on_the_desk(municipality, editor, signed_in):
    project = DuetProjectFactory(municipality=municipality, published=True)
    page = words(signed_in(editor).get(f"/admin/duets/{project.pk}/"))
    assert "О чём спросили обоих:" in page
    assert f'src="/admin/duets/{project.pk}/card.png"' in page


def test_of_a_mentor_with_many_mentees_one_duet_is_suggested(municipality):
    PairFactory(mentor=MentorFactory(public=True, municipality=municipality), active=True, mentees=3)
    other = PairFactory(mentor=MentorFactory(public=True, municipality=municipality), active=True)
    found = suggest(municipality, date(2026, 11, 1))
    assert len(found) == 2
    assert other in [one.mentee.pair for one in found]


def test_the_editor_renews_and_revokes_a_personal_link(municipality, signed_in, editor):
    project = DuetProjectFactory(municipality=municipality, state=ProjectState.ANSWERING)
    token = give_link(project, project.by_voice[Voice.MENTEE], editor, Occasion.INVITATION)
    address, client = f"/razgovor/{token}/", signed_in(editor)
    desk = words(client.get(f"/admin/duets/{project.pk}/"))
    renew, revoke = (f"/admin/duets/{project.pk}/link/mentee/{verb}/" for verb in ("renew", "revoke"))
    assert renew in desk and revoke in desk

    PersonalLink.objects.update(expires_at=timezone.now() - timedelta(days=1))
    assert Client().get(address).status_code == 410
    until = timezone.localdate() + timedelta(days=20)
    assert "год вперёд" in words(client.post(renew, {"until": f"{until.year + 3}-01-01"}))
    assert "уже прошёл" in words(client.post(renew, {"until": "2020-01-01"}))
    client.post(renew, {"until": f"{until:%Y-%m-%d}"})
    assert Client().get(address).status_code == 200

    client.post(revoke)
    assert Client().get(address).status_code == 410
    assert "отозвана" in words(client.post(renew, {"until": f"{until:%Y-%m-%d}"}))
    assert client.get(f"/admin/duets/{project.pk}/link/nobody/renew/").status_code == 404
