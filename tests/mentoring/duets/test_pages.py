"""Nothing of a conversation is public without both approvals of exactly these words and every consent."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Workflow

from mentoring.consents.actions import WithdrawConsent
from mentoring.consents.enums import PublicField, Purpose
from mentoring.consents.mentees import WithdrawMenteeConsent
from mentoring.consents.models import MenteeConsent, MentorConsent
from mentoring.duets.actions.publishing import BuildPage
from mentoring.duets.enums import ProjectState
from mentoring.duets.models import Answer, DuetProject
from mentoring.duets.pages import DuetInterviewPage
from mentoring.duets.relations import portrait_from_duet
from tests.factories import DuetProjectFactory, open_branch
from tests.factories.yearbooks import picture_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def project(municipality):
    return DuetProjectFactory(municipality=municipality, published=True)


@pytest.fixture
def draft(municipality):
    """A built page whose words nobody has approved."""
    open_branch(municipality)
    project = DuetProjectFactory(municipality=municipality, state=ProjectState.EDITING)
    BuildPage(project, None, "Черновик разговора").execute()
    return DuetInterviewPage.objects.get(project=project)


def answer(page):
    return Client().get(page.get_url())


def is_public(page):
    return answer(page).status_code == 200 and DuetInterviewPage.objects.presentable().filter(pk=page.pk).exists()


def test_an_approved_duet_is_read_by_everybody(project):
    page = project.page
    assert project.state == ProjectState.PUBLISHED
    words = answer(page).content.decode()
    assert "Урок, который мы переписали дважды" in words
    assert "Вера Аркадьевна Лосева" in words and "Илья Тарасов" in words
    assert words.count("Видят по-разному") == 3
    assert "Слова утверждены обоими" in words


def published_by_form(page, client):
    data = {"title": "Новое название", "slug": page.slug, "action-publish": "1", "body-count": "0"}
    counts = {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    assert client.post(f"/admin/pages/{page.pk}/edit/", data | counts).status_code == 302
    stored = DuetInterviewPage.objects.get(pk=page.pk)
    assert stored.get_latest_revision_as_object().title == "Новое название"


def published_in_bulk(page, client):
    client.post(f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}")


def published_by_schedule(page, client):
    page.go_live_at = timezone.now() - timedelta(minutes=1)
    revision = page.save_revision()
    revision.approved_go_live_at = page.go_live_at
    revision.save()
    call_command("publish_scheduled")


def published_by_workflow(page, client):
    Workflow.objects.filter(active=True).first().start(page, None).finish()


def published_by_code(page, client):
    page.save_revision().publish()


def published_by_saving(page, client):
    page.live = True
    page.save()


@pytest.mark.parametrize(
    "attempt",
    [
        published_by_form,
        published_in_bulk,
        published_by_schedule,
        published_by_workflow,
        published_by_code,
        published_by_saving,
    ],
)
def test_no_door_publishes_what_is_not_approved(draft, superuser, signed_in, attempt):
    attempt(draft, signed_in(superuser))
    stored = DuetInterviewPage.objects.get(pk=draft.pk)
    assert not stored.live
    assert not is_public(stored)


def test_an_approved_page_may_be_published_again_by_its_form(project, superuser):
    page = DuetInterviewPage.objects.get(pk=project.page_id)
    page.unpublish()
    assert DuetProject.objects.get(pk=project.pk).state == ProjectState.APPROVED
    page.get_latest_revision().publish(user=superuser)
    assert is_public(page)
    assert DuetProject.objects.get(pk=project.pk).state == ProjectState.PUBLISHED


def test_words_that_were_changed_behind_the_page_are_not_shown(project):
    page = DuetInterviewPage.objects.get(pk=project.page_id)
    page.words["questions"][0]["answers"]["mentee"]["text"] = "Этого я не говорил."
    DuetInterviewPage.objects.filter(pk=page.pk).update(words=page.words)
    assert answer(page).status_code == 404


def test_an_old_revision_with_other_words_is_not_brought_back(project):
    page = DuetInterviewPage.objects.get(pk=project.page_id)
    other = DuetInterviewPage.objects.get(pk=project.page_id)
    other.words["questions"][0]["text"] = "Другой вопрос?"
    revision = other.save_revision()
    revision.publish()
    assert DuetInterviewPage.objects.get(pk=page.pk).words["questions"][0]["text"] == "Вопрос 1?"


@pytest.mark.parametrize("purpose", [Purpose.PROCESSING, Purpose.INTERVIEW])
def test_a_withdrawn_consent_of_the_mentor_takes_the_page_down_at_once(project, purpose):
    consent = MentorConsent.objects.get(mentor=project.pair.mentor, purpose=purpose)
    WithdrawConsent(consent, None, timezone.localdate()).execute()
    page = DuetInterviewPage.objects.get(pk=project.page_id)
    assert not page.live and not is_public(page)
    assert MentorConsent.objects.filter(pk=consent.pk).exists()


def test_the_consent_to_the_bank_neither_opens_nor_closes_an_interview(project):
    page = DuetInterviewPage.objects.get(pk=project.page_id)
    bank = MentorConsent.objects.get(mentor=project.pair.mentor, purpose=Purpose.PUBLICATION)
    WithdrawConsent(bank, None, timezone.localdate()).execute()
    assert is_public(page)
    MentorConsent.objects.filter(pk=bank.pk).update(withdrawn_on=None)
    MentorConsent.objects.filter(purpose=Purpose.INTERVIEW).delete()
    assert not is_public(page)


def test_a_consent_to_another_interview_does_not_open_this_one(project):
    other = DuetProject.objects.create(
        municipality=project.municipality, month=project.month - timedelta(days=70), mentee=project.mentee
    )
    for consents in (MenteeConsent.objects.all(), MentorConsent.objects.filter(purpose=Purpose.INTERVIEW)):
        consents.update(interview=other)
        assert not is_public(DuetInterviewPage.objects.get(pk=project.page_id))
        consents.update(interview=project)
        assert is_public(DuetInterviewPage.objects.get(pk=project.page_id))


def test_a_withdrawn_consent_of_the_mentee_takes_everything_down_at_once(project):
    picture, paper = f"/duety/{project.page_id}.png", f"/duety/{project.page_id}.pdf"
    assert Client().get(picture).status_code == Client().get(paper).status_code == 200
    WithdrawMenteeConsent(MenteeConsent.objects.get(), None, timezone.localdate()).execute()
    page = DuetInterviewPage.objects.get(pk=project.page_id)
    assert not page.live and not is_public(page)
    for address in (picture, paper, "/duety/lenta.atom"):
        assert "Тарасов" not in Client().get(address).content.decode("utf-8", "replace")
    assert MenteeConsent.objects.get().withdrawn_on == timezone.localdate()


@pytest.mark.parametrize(
    "change",
    [
        lambda project: MenteeConsent.objects.update(valid_until=timezone.localdate() - timedelta(days=1)),
        lambda project: MenteeConsent.objects.all().delete(),
        lambda project: type(project.mentee).objects.update(is_minor=True),
        lambda project: DuetProject.objects.update(mentee=None),
        lambda project: DuetProject.objects.update(state=ProjectState.EDITING),
        lambda project: project.speakers.update(approved_at=None),
        lambda project: project.delete(),
    ],
)
def test_what_the_page_rests_on_is_asked_at_every_visit(project, change):
    page = DuetInterviewPage.objects.get(pk=project.page_id)
    assert is_public(page)
    change(project)
    assert not is_public(DuetInterviewPage.objects.get(pk=page.pk))


def test_a_silence_is_shown_as_such(municipality):
    project = DuetProjectFactory(municipality=municipality, state=ProjectState.EDITING)
    Answer.objects.filter(speaker__voice="mentor", question__order=2).update(text="", is_silent=True)
    open_branch(municipality)
    BuildPage(project, None, "Разговор").execute()
    from mentoring.duets.presenters import questions_of

    question = questions_of(DuetInterviewPage.objects.get().words)[1]
    assert question.mentor.silence == "Вера Аркадьевна решила не отвечать на этот вопрос."
    assert question.only_voice == "mentee"


def test_a_mentors_page_does_not_ask_for_consents_to_a_photograph_that_nobody_took(
    project, django_assert_max_num_queries
):
    portrait_from_duet(project.pair.mentor, timezone.localdate())  # what is asked once in a process
    with django_assert_max_num_queries(2):
        assert portrait_from_duet(project.pair.mentor, timezone.localdate()).drawing


def test_the_address_of_a_photograph_opens_only_while_those_in_it_agree_to_it(project, municipality):
    """The interview is public all the time; the photographs have a consent of their own."""
    page = project.page
    his, both = picture_in(municipality), picture_in(municipality)
    page.mentee_portrait, page.both_portrait = his, both
    page.mentee_portrait_alt = page.both_portrait_alt = "Снимок"
    page.save()
    sizes = [image.get_rendition("max-80x80").url for image in (his, both)]
    mentor = MentorConsent.objects.valid(timezone.localdate()).for_interview(project.pk)
    mentee = MenteeConsent.objects.valid(timezone.localdate()).for_interview(project.pk)

    def opened():
        assert is_public(DuetInterviewPage.objects.get(pk=page.pk))
        return [Client().get(size).status_code for size in sizes]

    mentee.update(with_portrait=False)
    mentor.update(fields=[])
    assert opened() == [404, 404]
    mentee.update(with_portrait=True)
    assert opened() == [200, 404]
    mentor.update(fields=[PublicField.PORTRAIT])
    assert opened() == [200, 200]
    mentee.update(with_portrait=False)
    assert opened() == [404, 404], "the addresses are known from before"


def test_words_changed_by_a_save_are_not_public(project):
    page = project.page
    for only in (None, ["words"]):
        DuetInterviewPage.objects.filter(pk=page.pk).update(live=True)
        changed = DuetInterviewPage.objects.get(pk=page.pk)
        changed.words = {**changed.words, "questions": changed.words["questions"][:1]}
        changed.save(update_fields=only)
        assert not DuetInterviewPage.objects.get(pk=page.pk).live
        assert answer(page).status_code == 404
