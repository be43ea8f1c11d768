"""The road of a duet: each step suits its own states, each person's words wait for the other and for approval."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from cms.accounts.log_entries import TerritoryLogEntry
from cms.mailing.models import OutgoingMail
from cms.personal_links.models import PersonalLink
from mentoring.duets.actions.answering import AgreeToSpeak, DeclineToSpeak, SendAnswers, Written, keep_drafts
from mentoring.duets.actions.approving import ApproveWords, AskForChanges
from mentoring.duets.actions.editing import AskOn, EditedQuestion, EditedWords, OfferWords, SaveWords
from mentoring.duets.actions.moving import DuetRefused
from mentoring.duets.actions.preparing import ChooseQuestions, Chosen, Invited, InviteDuet
from mentoring.duets.actions.publishing import (
    BuildPage,
    CancelDuet,
    PublishDuet,
    ReopenDuet,
    ScheduleDuet,
    TakeDown,
)
from mentoring.duets.enums import TRANSITIONS, ProjectState, Voice
from mentoring.duets.models import DuetProject, Speaker
from mentoring.duets.pages import DuetInterviewPage
from mentoring.duets.words import share_hash, words_of
from mentoring.pairs.models import Pair
from tests.factories import BankQuestionFactory, DuetProjectFactory, open_branch

pytestmark = pytest.mark.django_db
BOTH = {Voice.MENTOR: Invited("Вера Лосева", "", "vera@school.example"), Voice.MENTEE: Invited("Илья Тарасов")}
S = ProjectState


def tomorrow():
    return timezone.localdate() + timedelta(days=1)


def later():
    return timezone.now() + timedelta(days=1)


def stored(project):
    return DuetProject.objects.for_words().get(pk=project.pk)


def state(project):
    return DuetProject.objects.get(pk=project.pk).state


ACTIONS = {
    "questions": (lambda p: ChooseQuestions(p, None, [Chosen("Что дальше?")]), {S.IDEA, S.INVITED}),
    "invite": (lambda p: InviteDuet(p, None, BOTH, tomorrow()), {S.IDEA}),
    "agree": (lambda p: AgreeToSpeak(p, Voice.MENTOR), {S.INVITED, S.ANSWERING}),
    "decline": (lambda p: DeclineToSpeak(p, Voice.MENTEE, ""), {S.INVITED, S.ANSWERING}),
    "words": (lambda p: SaveWords(p, None, EditedWords({})), {S.EDITING, S.APPROVED, S.SCHEDULED, S.PUBLISHED}),
    "ask on": (lambda p: AskOn(p, None, p.questions.all()[0], "И что?", tomorrow()), {S.EDITING}),
    "offer": (lambda p: OfferWords(p, None, tomorrow()), {S.EDITING}),
    "build": (lambda p: BuildPage(p, None, "Разговор"), {S.EDITING, S.APPROVED, S.SCHEDULED, S.PUBLISHED}),
    "remark": (
        lambda p: AskForChanges(p, Voice.MENTOR, "Не так"),
        {S.EDITING, S.APPROVED, S.SCHEDULED, S.PUBLISHED},
    ),
    "take down": (lambda p: TakeDown(p, None, "Просьба школы"), {S.PUBLISHED}),
    "cancel": (lambda p: CancelDuet(p, None, "Заболели"), set(S) - {S.DECLINED, S.CANCELLED}),
    "reopen": (lambda p: ReopenDuet(p, None), {S.DECLINED, S.CANCELLED}),
}


@pytest.mark.parametrize("name", ACTIONS)
def test_each_step_suits_its_own_states_only(name, municipality):
    open_branch(municipality)
    project = DuetProjectFactory(municipality=municipality, state=S.APPROVED)
    make, suits = ACTIONS[name]
    for one in S:
        DuetProject.objects.filter(pk=project.pk).update(state=one)
        action = make(stored(project))
        action.lock()
        if one in suits:
            action.check()
        else:
            with pytest.raises(DuetRefused, match="не подходит"):
                action.check()


@pytest.mark.parametrize("from_state", list(S))
@pytest.mark.parametrize("to_state", list(S))
def test_the_table_of_moves_is_kept_row_by_row(from_state, to_state):
    project = DuetProject(state=from_state, month=timezone.localdate())
    project.save()
    action = CancelDuet(project, None, "Проверка")
    if to_state in TRANSITIONS[from_state]:
        action.move(to_state)
        assert state(project) == to_state
    else:
        with pytest.raises(DuetRefused, match="нельзя перейти"):
            action.move(to_state)


def test_a_duet_goes_from_the_idea_to_the_published_page(municipality, editor):
    open_branch(municipality)
    project = DuetProjectFactory(municipality=municipality)

    InviteDuet(project, editor, BOTH, tomorrow()).execute()
    assert PersonalLink.objects.about(project).count() == 2
    assert OutgoingMail.objects.get(kind="duets.speaker").recipient == "vera@school.example"

    for voice in Voice:
        AgreeToSpeak(stored(project), voice).execute()
    assert state(project) == S.ANSWERING
    questions = [question.pk for question in project.questions.all()]
    for voice in Voice:
        words = {pk: Written(f"{voice} о вопросе {number}.") for number, pk in enumerate(questions)}
        assert keep_drafts(stored(project), voice, words)
        SendAnswers(stored(project), voice).execute()
    assert state(project) == S.EDITING

    with pytest.raises(DuetRefused, match="не отмечено, как видят"):
        OfferWords(stored(project), editor, tomorrow()).execute()
    SaveWords(stored(project), editor, marked(stored(project))).execute()
    OfferWords(stored(project), editor, tomorrow()).execute()
    for voice in Voice:
        ApproveWords(stored(project), voice, share_hash(words_of(stored(project)), voice)).execute()
    assert state(project) == S.APPROVED

    BuildPage(stored(project), editor, "Два взгляда на одну тетрадь").execute()
    PublishDuet(stored(project), editor).execute()
    assert state(project) == S.PUBLISHED
    assert DuetInterviewPage.objects.presentable().get().title == "Два взгляда на одну тетрадь"
    told = set(TerritoryLogEntry.objects.filter(object_id=str(project.pk)).values_list("action", flat=True))
    assert {"duet.project.invite", "duet.project.approve", "duet.project.publish", "duet.link.issue"} <= told


def marked(project, **changed):
    """The words as they stand, every question marked; ``changed`` replaces texts of the first question's answers."""
    edited = {}
    for number, question in enumerate(project.questions.all()):
        answers = {Voice(answer.speaker.voice): Written(answer.text) for answer in question.answers.all()}
        if number == 0:
            answers |= {Voice(voice): Written(text) for voice, text in changed.items()}
        edited[question.pk] = EditedQuestion(question.text, "differ", answers, question.quote_voice, question.quote)
    return EditedWords(edited)


def test_a_changed_word_takes_back_its_speakers_approval_alone(municipality):
    project = DuetProjectFactory(municipality=municipality, published=True)
    action = SaveWords(project, None, marked(project, mentee="Совсем другие слова."))
    action.execute()
    assert action.withdrawn == [Voice.MENTEE]
    assert state(project) == S.EDITING
    assert not DuetInterviewPage.objects.get().live
    assert Speaker.objects.get(voice="mentor").approved_at is not None

    SaveWords(stored(project), None, marked(project, mentee="Совсем другие слова.")).execute()
    ApproveWords(stored(project), Voice.MENTEE, share_hash(words_of(stored(project)), Voice.MENTEE)).execute()
    assert state(project) == S.APPROVED
    PublishDuet(stored(project), None).execute()
    assert "Совсем другие слова." in str(DuetInterviewPage.objects.presentable().get().words)


def test_saving_the_same_words_changes_nothing(municipality):
    project = DuetProjectFactory(municipality=municipality, published=True)
    action = SaveWords(project, None, marked(project))
    action.execute()
    assert action.withdrawn == [] and state(project) == S.PUBLISHED


def test_nobody_approves_words_they_have_not_seen(municipality):
    project = DuetProjectFactory(municipality=municipality, state=S.EDITING)
    shown = share_hash(words_of(project), Voice.MENTOR)
    with pytest.raises(DuetRefused, match="ещё работает"):
        ApproveWords(project, Voice.MENTOR, shown).execute()
    OfferWords(project, None, tomorrow()).execute()
    SaveWords(stored(project), None, marked(project, mentor="Поправлено.")).execute()
    with pytest.raises(DuetRefused, match="изменил слова"):
        ApproveWords(stored(project), Voice.MENTOR, shown).execute()


def test_an_approval_is_taken_back_with_the_page(municipality):
    project = DuetProjectFactory(municipality=municipality, published=True)
    AskForChanges(project, Voice.MENTOR, "Уберите про субботы.").execute()
    assert state(project) == S.EDITING
    assert not DuetInterviewPage.objects.get().live
    assert Speaker.objects.get(voice="mentor").remark == "Уберите про субботы."


def test_nothing_is_published_or_scheduled_without_both(municipality):
    open_branch(municipality)
    project = DuetProjectFactory(municipality=municipality, state=S.APPROVED)
    BuildPage(project, None, "Разговор").execute()
    Speaker.objects.filter(project=project, voice="mentee").update(approved_at=None)
    for action in (PublishDuet(stored(project), None), ScheduleDuet(stored(project), None, later())):
        with pytest.raises(DuetRefused, match="не утверждает Илья Тарасов"):
            action.execute()


def test_an_unanswered_question_stops_the_sending_but_a_marked_silence_does_not(municipality):
    project = DuetProjectFactory(municipality=municipality, state=S.ANSWERING)
    first, *rest = [question.pk for question in project.questions.all()]
    keep_drafts(project, Voice.MENTOR, {pk: Written("Слова.") for pk in rest})
    with pytest.raises(DuetRefused, match="Без ответа вопросы: 1"):
        SendAnswers(stored(project), Voice.MENTOR).execute()
    keep_drafts(stored(project), Voice.MENTOR, {first: Written("", True)})
    SendAnswers(stored(project), Voice.MENTOR).execute()
    assert state(project) == S.ANSWERING
    assert not keep_drafts(stored(project), Voice.MENTOR, {first: Written("Поздно")})


def test_an_autosave_that_was_under_way_brings_nothing_back_after_the_sending(municipality):
    project = DuetProjectFactory(municipality=municipality, state=S.ANSWERING)
    questions = [question.pk for question in project.questions.all()]
    keep_drafts(project, Voice.MENTOR, {pk: Written("Слова.") for pk in questions})
    autosaving = stored(project)
    SendAnswers(stored(project), Voice.MENTOR).execute()
    assert not keep_drafts(autosaving, Voice.MENTOR, {questions[0]: Written("Старый черновик")})
    answers = stored(project).speakers.get(voice="mentor").answers.all()
    assert {(answer.draft, answer.sent) for answer in answers} == {("Слова.", "Слова.")}


def test_answers_to_foreign_questions_are_passed_over(municipality):
    project = DuetProjectFactory(municipality=municipality, state=S.ANSWERING)
    foreign = DuetProjectFactory(municipality=municipality, state=S.ANSWERING)
    keep_drafts(project, Voice.MENTOR, {foreign.questions.all()[0].pk: Written("Чужое")})
    assert not project.speakers.get(voice="mentor").answers.exists()


def test_one_more_question_opens_the_pages_again(municipality):
    project = DuetProjectFactory(municipality=municipality, state=S.EDITING)
    after = project.questions.all()[0]
    AskOn(project, None, after, "А если бы всё сначала?", tomorrow()).execute()
    assert state(project) == S.ANSWERING
    assert [question.text for question in stored(project).questions.all()][1] == "А если бы всё сначала?"
    assert not Speaker.objects.filter(project=project).exclude(sent_at=None).exists()
    new = stored(project).questions.all()[1]
    for voice in Voice:
        keep_drafts(stored(project), voice, {new.pk: Written("Иначе.")})
        SendAnswers(stored(project), voice).execute()
    assert state(project) == S.EDITING


def test_a_question_that_stays_keeps_its_place_in_the_bank(municipality):
    project = DuetProjectFactory(municipality=municipality)
    bank = BankQuestionFactory()
    kept = project.questions.get(order=3).pk
    ChooseQuestions(project, None, [Chosen(bank.text, bank.pk), Chosen("Вопрос 3?"), Chosen(" ")]).execute()
    assert [(q.order, q.text) for q in stored(project).questions.all()] == [(1, bank.text), (2, "Вопрос 3?")]
    assert stored(project).questions.get(order=2).pk == kept


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda project: type(project.mentee).objects.update(is_minor=True), "нет 18 лет"),
        (lambda project: Pair.objects.update(state="completed"), "не работает"),
        (lambda project: project.questions.all().delete(), "хотя бы 3"),
        (lambda project: DuetProject.objects.update(mentee=None), "выберите дуэт"),
    ],
)
def test_nobody_is_invited_before_everything_is_there(municipality, spoil, words):
    project = DuetProjectFactory(municipality=municipality)
    spoil(project)
    with pytest.raises(DuetRefused, match=words):
        InviteDuet(stored(project), None, BOTH, tomorrow()).execute()


def test_a_neighbour_does_nothing_here(municipality, other_coordinator):
    project = DuetProjectFactory(municipality=municipality, state=S.EDITING)
    with pytest.raises(PermissionDenied):
        SaveWords(project, other_coordinator, marked(project, mentee="Подмена")).execute()
    assert "Подмена" not in str(words_of(stored(project)))
