"""Behind a personal link: drafts are kept, the partner is unseen before both have sent, payloads stay words."""

import html
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from mentoring.consents.enums import Purpose
from mentoring.consents.models import MenteeConsent, MentorConsent
from mentoring.duets.actions.editing import OfferWords
from mentoring.duets.actions.preparing import give_link
from mentoring.duets.agreement import names_portrait
from mentoring.duets.enums import ProjectState, Voice
from mentoring.duets.letters import Occasion
from mentoring.duets.models import Answer, DuetProject, Speaker
from mentoring.duets.readiness import consents_missing
from mentoring.duets.talk_consents import consent_text
from tests.factories import DuetProjectFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def patient_doors():
    cache.clear()
    yield
    cache.clear()


def door(project, voice):
    """The address of one side."""
    token = give_link(project, project.by_voice[voice], None, Occasion.INVITATION)
    return f"/razgovor/{token}/"


@pytest.fixture
def project(municipality):
    return DuetProjectFactory(municipality=municipality, state=ProjectState.ANSWERING)


def fill(project, text="Слова.", **more):
    return {f"answer-{question.pk}": text for question in project.questions.all()} | more


def words(response):
    return response.content.decode()


def test_a_draft_is_kept_and_comes_back(project):
    address = door(project, Voice.MENTOR)
    response = Client().post(address, fill(project, "Первый черновик.", do="save"), follow=True)
    assert "Черновик виден только вам" in words(response)
    assert words(Client().get(address)).count("Первый черновик.") == 3


def test_the_script_keeps_drafts_too(project):
    address = door(project, Voice.MENTOR)
    response = Client().post(f"{address}chernovik/", fill(project, "На лету."))
    assert response.json()["message"].startswith("Сохранено в ")
    Speaker.objects.update(sent_at=timezone.now())
    assert Client().post(f"{address}chernovik/", fill(project, "Поздно.")).status_code == 409


def test_neither_sees_the_other_before_both_have_sent(project):
    mentor, mentee = door(project, Voice.MENTOR), door(project, Voice.MENTEE)
    Client().post(mentor, fill(project, "Тайна наставника.", do="send"))
    assert "Тайна наставника." not in words(Client().get(mentee))
    Client().post(mentee, fill(project, "Тайна наставляемого.", do="send"))
    assert DuetProject.objects.get(pk=project.pk).state == ProjectState.EDITING
    project.questions.update(optics="differ")
    OfferWords(project, None, timezone.localdate() + timedelta(days=2)).execute()
    assert "Тайна наставляемого." in words(Client().get(mentor))


def test_the_editor_does_not_see_drafts(project, signed_in, editor):
    Client().post(door(project, Voice.MENTOR), fill(project, "Не для редактора.", do="save"))
    client = signed_in(editor)
    for address in (f"/admin/duets/{project.pk}/", f"/admin/duets/{project.pk}/words/"):
        assert "Не для редактора." not in words(client.get(address, follow=True))


def test_one_cannot_write_for_the_other(project):
    Client().post(door(project, Voice.MENTOR), fill(project, "Чьи слова?", do="send"))
    assert set(Answer.objects.exclude(draft="").values_list("speaker__voice", flat=True)) == {"mentor"}


def test_sent_answers_are_called_back_until_the_other_sends(project):
    mentor, mentee = door(project, Voice.MENTOR), door(project, Voice.MENTEE)
    Client().post(mentor, fill(project, "Первая мысль.", do="send"))
    assert "Взять ответы назад" in words(Client().get(mentor))
    answered = Client().post(mentor, {"do": "call-back"}, follow=True)
    assert words(answered).count("Первая мысль.") == 3 and "Ответы снова у вас" in words(answered)
    Client().post(mentee, fill(project, "Ответ.", do="send"))
    assert DuetProject.objects.get(pk=project.pk).state == ProjectState.ANSWERING
    Client().post(mentor, fill(project, "Вторая мысль.", do="send"))
    stored = DuetProject.objects.get(pk=project.pk)
    assert stored.state == ProjectState.EDITING
    assert set(Answer.objects.filter(speaker__voice="mentor").values_list("text", flat=True)) == {"Вторая мысль."}
    late = Client().post(mentor, {"do": "call-back"})
    assert late.status_code == 422 and "прислали оба" in words(late)
    assert not Speaker.objects.filter(sent_at=None).exists()


def test_an_unanswered_question_is_said_and_the_typed_words_stay(project):
    response = Client().post(door(project, Voice.MENTOR), fill(project, " ", do="send"))
    assert response.status_code == 422
    assert "Без ответа вопросы: 1, 2, 3" in words(response)


def offered(municipality):
    """Words to approve, of two who have not been asked for a consent; the mentor's entry of the bank is public."""
    project = DuetProjectFactory(municipality=municipality, state=ProjectState.EDITING, consented=False)
    OfferWords(project, None, timezone.localdate() + timedelta(days=2)).execute()
    return project


def shown_at(address):
    return words(Client().get(address)).split('name="shown" value="')[1].split('"')[0]


def interview_consents(voice):
    if voice == Voice.MENTEE:
        return MenteeConsent.objects.all()
    return MentorConsent.objects.filter(purpose=Purpose.INTERVIEW)


@pytest.mark.parametrize("voice", list(Voice))
def test_approval_takes_the_consent_of_each_along_in_its_very_words(municipality, voice):
    project = offered(municipality)
    address = door(project, voice)
    text = consent_text(project, project.by_voice[voice])
    assert text in html.unescape(words(Client().get(address)))
    shown = shown_at(address)

    refused = Client().post(address, {"do": "approve", "shown": shown})
    assert refused.status_code == 422 and "Отметьте согласие" in words(refused)
    assert not Speaker.objects.exclude(approved_at=None).exists()

    Client().post(address, {"do": "approve", "shown": shown, "agree-publication": "on"})
    assert Speaker.objects.get(voice=voice).approved_hash == shown
    consent = interview_consents(voice).get()
    assert (consent.interview, consent.channel, consent.text) == (project, "electronic", text)
    assert not names_portrait(consent)
    assert not interview_consents(voice.other).exists()


@pytest.mark.parametrize("voice", list(Voice))
def test_a_consent_is_taken_back_and_given_again_behind_the_link(municipality, voice):
    project = DuetProjectFactory(municipality=municipality, published=True)
    address = door(project, voice)
    response = Client().post(address, {"do": "withdraw"}, follow=True)
    assert "Согласие отозвано" in words(response)
    assert not DuetProject.objects.get(pk=project.pk).page.live
    Client().post(address, {"do": "consent", "agree-publication": "on", "agree-portrait": "on"})
    assert not consents_missing(project, timezone.localdate())
    assert names_portrait(interview_consents(voice).get(withdrawn_on=None))


def test_nobody_agrees_to_words_that_were_not_shown(municipality):
    project = DuetProjectFactory(municipality=municipality, state=ProjectState.EDITING, consented=False)
    answer = Client().post(door(project, Voice.MENTOR), {"do": "consent", "agree-publication": "on"})
    assert answer.status_code == 422 and not interview_consents(Voice.MENTOR).exists()


def test_approval_of_other_words_is_refused(municipality):
    project = DuetProjectFactory(municipality=municipality, state=ProjectState.EDITING)
    OfferWords(project, None, timezone.localdate() + timedelta(days=2)).execute()
    response = Client().post(door(project, Voice.MENTOR), {"do": "approve", "shown": "0" * 64})
    assert response.status_code == 422 and "изменил слова" in words(response)


@pytest.mark.parametrize("state", list(ProjectState))
def test_every_state_has_its_page(municipality, state):
    project = DuetProjectFactory(municipality=municipality, state=ProjectState.APPROVED)
    DuetProject.objects.filter(pk=project.pk).update(state=state)
    response = Client().get(door(project, Voice.MENTEE))
    assert response.status_code == 200
    assert "Илья Тарасов" in words(response)


@pytest.mark.parametrize("data", [{"do": "nothing"}, {}, {"do": "approve"}, {"do": "remark"}])
def test_odd_posts_are_answered_in_words(project, data):
    assert Client().post(door(project, Voice.MENTOR), data).status_code == 422


def test_a_post_that_cannot_be_read_is_answered_in_words(project):
    answer = Client().post(door(project, Voice.MENTOR), {"do": "agree\0"})
    assert answer.status_code == 400
    assert "Сайт не принял этот запрос" in words(answer)


PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7|add:7 }}",
    "</textarea><svg/onload=1>",
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_is_typed_stays_words(project, payload):
    address = door(project, Voice.MENTOR)
    Client().post(address, fill(project, payload, do="save"))
    page = words(Client().get(address))
    assert payload not in page or payload.startswith("{{")
    assert "onerror" not in page or "&lt;img" in page


def test_a_stranger_sees_nothing(project):
    address = door(project, Voice.MENTOR)
    altered = address[:20] + ("A" if address[20] != "A" else "B") + address[21:]
    door(project, Voice.MENTOR)  # a newer link stops the former one
    for wrong in (altered, address, "/razgovor/net/"):
        response = Client().get(wrong)
        assert response.status_code == 410
        assert "Ссылка больше не действует" in words(response)
        assert "Лосева" not in words(response)


def test_the_page_costs_the_same_for_any_number_of_questions(project, django_assert_num_queries):
    address = door(project, Voice.MENTOR)
    Client().get(address)
    with CaptureQueriesContext(connection) as few:
        Client().get(address)
    for order in range(4, 14):
        project.questions.create(order=order, text=f"Вопрос {order}?")
    with django_assert_num_queries(len(few)):
        Client().get(address)
