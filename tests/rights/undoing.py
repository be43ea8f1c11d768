"""Every verb of the registry of actions and what undoes it: one table, walked by role in ``test_undoing``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from bestpractices.adoption.actions import MoveAdoption, TakePractice
from bestpractices.adoption.enums import AdoptionState
from bestpractices.adoption.models import Adoption
from bestpractices.practices.models import PracticePage
from bestpractices.review.aftercare import ReopenPractice, WithdrawPractice
from bestpractices.review.correcting import SendCorrection
from bestpractices.review.submitting import RecallPractice, SubmitPractice
from bestpractices.review.verdicts import ApprovePractice, RejectPractice
from bestpractices.scoring.models import ExpertReview
from bestpractices.scoring.notices import IssueExpertLink, RevokeExpertLink, holder_of
from bestpractices.yearbook.actions.deciding import AcceptBook, ReturnBook, WithdrawBook
from bestpractices.yearbook.actions.publishing import PublishBook, UnpublishBook
from bestpractices.yearbook.actions.sending import SendBook
from bestpractices.yearbook.models import YearBook
from cms.accounts.enums import Role
from cms.branches.hosts import GiveHost, TakeHostAway
from cms.links.deciding import AcceptAlike, ReviveAlike
from cms.links.gathering import gather_links
from cms.links.models import LookAlike
from cms.personal_links.actions import Holder, IssueLink, RevokeLink
from cms.territories.models import Municipality
from mentoring.bank.actions import Grounds, MoveMentor, SuspendMentor
from mentoring.bank.enums import SelectionState
from mentoring.bank.models import Mentor
from mentoring.consents.actions import RecordConsent, WithdrawConsent
from mentoring.consents.mentees import RecordMenteeConsent, WithdrawMenteeConsent
from mentoring.consents.models import MenteeConsent, MentorConsent
from mentoring.duets.actions.editing import OfferWords, SaveWords
from mentoring.duets.actions.preparing import Invited, InviteDuet
from mentoring.duets.actions.publishing import (
    BuildPage,
    CancelDuet,
    PublishDuet,
    ReopenDuet,
    ScheduleDuet,
    TakeDown,
    UnscheduleDuet,
)
from mentoring.duets.enums import ProjectState, Voice
from mentoring.duets.models import DuetProject
from mentoring.mentions.linking import LeaveName, LinkPerson
from mentoring.pairs.actions import CompletePair, EndPair, OpenPair, PausePair, PreparePair, ReopenPair, ResumePair
from mentoring.pairs.models import Pair
from mentoring.programmes.curators.actions import RecordCuratorConsent, WithdrawCuratorConsent
from mentoring.programmes.curators.models import CuratorConsent
from mentoring.programmes.models import ProgrammePage
from mentoring.programmes.stages.actions import CloseStage, ReopenStage, StartStage, UnstartStage
from mentoring.programmes.stages.enums import StageState
from mentoring.programmes.stages.models import ProgrammeStage
from mentoring.programmes.stages.table import STAGES
from tests import factories
from tests.factories import practices, programmes, yearbooks
from tests.mentoring.duets.test_actions import marked

WHY = "Ошибка"
HOST = "nastavnik.example.org"


@dataclass(frozen=True)
class Undoable:
    """``make`` gives a thing of the place to which ``do`` suits; ``undo`` is asked of the same person at once."""

    do: Callable[[Any, Any], Any]
    undo: Callable[[Any, Any], Any]
    make: Callable[[Municipality], Any]


def today() -> Any:
    return timezone.localdate()


def someone(place: Municipality, role: Role = Role.METHODIST) -> Any:
    return factories.UserFactory(role=role, municipality=place)


def mentor_of(place: Municipality, **fields: Any) -> Mentor:
    return factories.MentorFactory(municipality=place, **fields)


def pair_of(place: Municipality, **fields: Any) -> Pair:
    mentor = mentor_of(place, selection_state=SelectionState.TRAINED, places_total=2)
    factories.TrainingRecordFactory(mentor=mentor)
    return factories.PairFactory(mentor=mentor, **fields)


def duet_of(state: ProjectState) -> Callable[[Municipality], DuetProject]:
    def make(place: Municipality) -> DuetProject:
        factories.open_branch(place)
        project = factories.DuetProjectFactory(municipality=place, state=state)
        if state == ProjectState.APPROVED:
            BuildPage(project, None, "Два взгляда на одну тетрадь").execute()
        return project

    return make


def invite(project: DuetProject, user: Any) -> InviteDuet:
    people = {Voice.MENTOR: Invited("Вера Лосева"), Voice.MENTEE: Invited("Илья Тарасов")}
    return InviteDuet(project, user, people, today() + timedelta(days=5))


def book_of(make: Callable[..., YearBook]) -> Callable[[Municipality], YearBook]:
    return lambda place: make(factories.OrganisationFactory(municipality=place), someone(place, Role.COORDINATOR))


def practice_of(make: Callable[..., PracticePage]) -> Callable[[Municipality], PracticePage]:
    return lambda place: make(place, someone(place))


def verdict(action: type[Any]) -> Callable[[PracticePage, Any], Any]:
    return lambda practice, user: action(practice, user, practices.seen(practice), WHY)


def alike_of(place: Municipality) -> LookAlike:
    """Two links in a piece of news that differ in one letter."""
    factories.open_branch(place)
    links = ("https://school.example/metodika", "https://school.example/metodyka")
    factories.news(place, lead="Подробнее: " + ", ".join(links))
    gather_links()
    return LookAlike.objects.get()


def programme_of(place: Municipality) -> ProgrammePage:
    factories.open_branch(place)
    return programmes.make_programme(factories.OrganisationFactory(municipality=place))


def started(place: Municipality) -> ProgrammePage:
    """A programme whose first stage is under way and lacks nothing."""
    programme = programme_of(place)
    stage = STAGES[0]
    under_way = {"state": StageState.UNDER_WAY, "changed_on": today()}
    ProgrammeStage.objects.create(programme=programme, number=stage.number, **under_way)
    for kind in stage.results:
        programme.stage_results.create(kind=kind, file="stages/list.xlsx", attached_on=today())
    return programme


def corrected(place: Municipality, owner: Any) -> Any:
    """A published practice with one corrected word in its draft."""
    practice = practices.practice_published(place, owner)
    practice.problem = practice.problem.replace("урок", "уроки", 1) + " Вот так."
    practice.save_revision(user=owner)
    return practice


def curator_consent(programme: ProgrammePage, user: Any) -> RecordCuratorConsent:
    return RecordCuratorConsent(programme, user, CuratorConsent(given_on=today(), holder="Школа"))


def taken(place: Municipality) -> Adoption:
    """A practice of elsewhere that a school of the place applies."""
    away = factories.MunicipalityFactory()
    practice = practices.practice_published(away, someone(away))
    take = TakePractice(practice, factories.OrganisationFactory(municipality=place), None)
    take.execute()
    return take.thing


class TakeIt:
    """«Берём практику» for a school of the place; what is undone is the record it makes."""

    def __init__(self, place_and_practice: Any, user: Any) -> None:
        practice, school = place_and_practice
        self.action = TakePractice(practice, school, user)

    def execute(self) -> Adoption:
        self.action.execute()
        return self.action.thing


def practice_and_school(place: Municipality) -> Any:
    away = factories.MunicipalityFactory()
    return practices.practice_published(away, someone(away)), factories.OrganisationFactory(municipality=place)


def consent_of(place: Municipality) -> MentorConsent:
    return factories.MentorConsentFactory.build(mentor=mentor_of(place))


def mentee_consent_of(place: Municipality) -> MenteeConsent:
    return factories.MenteeConsentFactory.build(mentee=pair_of(place).mentees.get())


def asked_expert_of(place: Municipality) -> ExpertReview:
    """An expert who is asked about a practice of the place."""
    practices.practice_at_experts(place, someone(place))
    return ExpertReview.objects.asked().select_related("expert", "state__page")[0]


def link(project: DuetProject) -> Holder:
    return Holder("duets.talk", Voice.MENTOR, "Вера Лосева")


UNDOABLE: dict[tuple[type[Any], type[Any]], Undoable] = {
    (LinkPerson, LeaveName): Undoable(
        lambda it, user: LinkPerson(it, Mentor.objects.filter(organisation=it).first(), user),
        lambda it, user: LeaveName(it, Mentor.objects.filter(organisation=it).first(), user),
        lambda place: mentor_of(place).organisation,
    ),
    (OpenPair, PreparePair): Undoable(OpenPair, lambda it, user: PreparePair(it, user, WHY), pair_of),
    (PausePair, ResumePair): Undoable(
        lambda it, user: PausePair(it, user, WHY), ResumePair, lambda place: pair_of(place, active=True)
    ),
    (CompletePair, ReopenPair): Undoable(
        lambda it, user: CompletePair(it, user, today()),
        lambda it, user: ReopenPair(it, user, WHY),
        lambda place: pair_of(place, active=True),
    ),
    (EndPair, ReopenPair): Undoable(
        lambda it, user: EndPair(it, user, today(), WHY),
        lambda it, user: ReopenPair(it, user, WHY),
        lambda place: pair_of(place, paused=True),
    ),
    (SuspendMentor, MoveMentor): Undoable(
        lambda it, user: SuspendMentor(it, user, WHY),
        lambda it, user: MoveMentor(it, SelectionState.IN_BANK, user),
        lambda place: mentor_of(place, selection_state=SelectionState.IN_BANK),
    ),
    (MoveMentor, MoveMentor): Undoable(
        lambda it, user: MoveMentor(it, SelectionState.ARCHIVED, user, Grounds(note=WHY)),
        lambda it, user: MoveMentor(it, SelectionState.CANDIDATE, user),
        lambda place: mentor_of(place, selection_state=SelectionState.IN_BANK),
    ),
    (RecordConsent, WithdrawConsent): Undoable(
        RecordConsent, lambda it, user: WithdrawConsent(it, user, today()), consent_of
    ),
    (RecordMenteeConsent, WithdrawMenteeConsent): Undoable(
        RecordMenteeConsent, lambda it, user: WithdrawMenteeConsent(it, user, today()), mentee_consent_of
    ),
    (RecordCuratorConsent, WithdrawCuratorConsent): Undoable(
        curator_consent, lambda it, user: WithdrawCuratorConsent(it, user, today()), programme_of
    ),
    (StartStage, UnstartStage): Undoable(
        lambda it, user: StartStage(it, STAGES[0], user),
        lambda it, user: UnstartStage(it, STAGES[0], user, WHY),
        programme_of,
    ),
    (CloseStage, ReopenStage): Undoable(
        lambda it, user: CloseStage(it, STAGES[0], user),
        lambda it, user: ReopenStage(it, STAGES[0], user, WHY),
        started,
    ),
    (InviteDuet, CancelDuet): Undoable(invite, lambda it, user: CancelDuet(it, user, WHY), duet_of(ProjectState.IDEA)),
    (OfferWords, SaveWords): Undoable(
        lambda it, user: OfferWords(it, user, today() + timedelta(days=5)),
        lambda it, user: SaveWords(it, user, marked(it, mentee="Другие слова.")),
        duet_of(ProjectState.EDITING),
    ),
    (ScheduleDuet, UnscheduleDuet): Undoable(
        lambda it, user: ScheduleDuet(it, user, timezone.now() + timedelta(days=1)),
        UnscheduleDuet,
        duet_of(ProjectState.APPROVED),
    ),
    (PublishDuet, TakeDown): Undoable(
        PublishDuet, lambda it, user: TakeDown(it, user, WHY), duet_of(ProjectState.APPROVED)
    ),
    (PublishDuet, CancelDuet): Undoable(
        PublishDuet, lambda it, user: CancelDuet(it, user, WHY), duet_of(ProjectState.APPROVED)
    ),
    (PublishDuet, SaveWords): Undoable(
        PublishDuet,
        lambda it, user: SaveWords(it, user, marked(it, mentee="Другие слова.")),
        duet_of(ProjectState.APPROVED),
    ),
    (CancelDuet, ReopenDuet): Undoable(
        lambda it, user: CancelDuet(it, user, WHY), ReopenDuet, duet_of(ProjectState.EDITING)
    ),
    (IssueLink, RevokeLink): Undoable(
        lambda it, user: IssueLink(it, link(it), timezone.now() + timedelta(days=3), user),
        lambda it, user: RevokeLink(it, link(it), user),
        duet_of(ProjectState.IDEA),
    ),
    (IssueExpertLink, RevokeExpertLink): Undoable(
        lambda it, user: IssueExpertLink(it, holder_of(it), timezone.now() + timedelta(days=3), user),
        lambda it, user: RevokeExpertLink(it, holder_of(it), user),
        asked_expert_of,
    ),
    (SubmitPractice, RecallPractice): Undoable(SubmitPractice, RecallPractice, practice_of(practices.practice_draft)),
    (SendCorrection, RecallPractice): Undoable(SendCorrection, RecallPractice, practice_of(corrected)),
    (RejectPractice, ReopenPractice): Undoable(
        verdict(RejectPractice),
        lambda it, user: ReopenPractice(it, user, WHY),
        practice_of(practices.practice_sent),
    ),
    (ApprovePractice, WithdrawPractice): Undoable(
        verdict(ApprovePractice),
        lambda it, user: WithdrawPractice(it, user, WHY),
        practice_of(practices.practice_at_region),
    ),
    (TakePractice, MoveAdoption): Undoable(
        TakeIt, lambda it, user: MoveAdoption(it, user, AdoptionState.STOPPED, WHY), practice_and_school
    ),
    (MoveAdoption, MoveAdoption): Undoable(
        lambda it, user: MoveAdoption(it, user, AdoptionState.STOPPED, WHY),
        lambda it, user: MoveAdoption(it, user, AdoptionState.RUNNING),
        taken,
    ),
    (SendBook, WithdrawBook): Undoable(
        SendBook, lambda it, user: WithdrawBook(it, user, WHY), book_of(yearbooks.book_draft)
    ),
    (AcceptBook, ReturnBook): Undoable(
        lambda it, user: AcceptBook(it, user, yearbooks.seen_of(it)),
        lambda it, user: ReturnBook(it, user, yearbooks.seen_of(it), WHY),
        book_of(yearbooks.book_sent),
    ),
    (PublishBook, UnpublishBook): Undoable(PublishBook, UnpublishBook, book_of(yearbooks.book_accepted)),
    (AcceptAlike, ReviveAlike): Undoable(AcceptAlike, ReviveAlike, alike_of),
    (GiveHost, TakeHostAway): Undoable(
        lambda it, user: GiveHost(it, user, HOST),
        TakeHostAway,
        lambda place: Municipality.objects.get(pk=factories.open_branch(place).home_of_id),
    ),
}

#: Verbs that nothing in the table undoes, by name: why that harms nobody.
ONE_WAY: dict[str, str] = {
    "AcceptUpdate": "the wording before stands in the copy's history, and the source's next version is offered again",
    "AgreeToSpeak": "the speaker declines, at any time",
    "ApproveWords": "the speaker asks for changes, which withdraws the approval",
    "AskForChanges": "the speaker approves",
    "AskOn": "the question is left without an answer, or the duet is cancelled",
    "AttachResults": "another document takes the place",
    "BuildPage": "it is a draft, built anew as often as one likes",
    "ChangeMode": "the same verb chooses the other mode",
    "ChooseQuestions": "the same verb chooses others",
    "ConfirmMentor": "a day on which the entry held true; the next confirmation takes its place",
    "DeclineReview": "somebody else is asked already; the centre may choose the same expert again",
    "DeclineToSpeak": "the editor begins the duet again",
    "DeclineUpdate": "the source's next version is offered again, and the copy follows it by its mode",
    "GiveScores": "scores are evidence; the centre decides with its own words",
    "OpenBranch": "an empty branch is the frame of a municipality; the centre takes its page down",
    "RenewLink": "the link is revoked",
    "RenewExpertLink": "the link is revoked",
    "RevokeOwnLink": "the person asks for a new link by themselves",
    "ReplaceExpert": "somebody else is asked already",
    "ResolveRemark": "the reviewer reads the text itself and remarks again",
    "ReturnPractice": "the author sends the same text again",
    "SaveBook": "the school writes on",
    "SendAgain": "a mail that has left cannot be called back",
    "CallBackAnswers": "the answers are sent again",
    "SendAnswers": "the speaker calls them back until the other sends; afterwards the editor asks on",
    "TakeCopy": "the copy is a draft, deleted by the admin's own door",
    "TryAgain": "the task either works or fails again",
}
