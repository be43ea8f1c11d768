"""Practices for tests: a whole one in a municipality's bank, and the verbs that bring it to each state."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from wagtail.coreutils import find_available_slug
from wagtail.models import Page

from bestpractices.practices.lists import AuthorPair, CoAuthor, PracticeIndicator, PracticeStep
from bestpractices.practices.models import PracticeIndexPage, PracticePage
from bestpractices.review.guard import saving_whole
from bestpractices.review.models import StageState
from bestpractices.review.submitting import SubmitPractice
from bestpractices.review.verdicts import ApprovePractice, RejectPractice, ReturnPractice, Seen
from bestpractices.scoring.actions import GiveScores
from bestpractices.scoring.models import Criterion, Expert, ExpertReview
from cms.accounts.enums import Role
from cms.accounts.seen import stamp
from cms.branches.building import build_branches
from cms.pages.addresses import address_of
from cms.territories.models import Municipality
from tests.factories.accounts import UserFactory
from tests.factories.bank import MentorFactory
from tests.factories.pairs import PairFactory
from tests.factories.territories import MunicipalityFactory, OrganisationFactory

LONG = (
    "После открытого урока молодой учитель слышал двадцать замечаний и не менял ничего. Мы решили задавать один вопрос."
)


def practice_index(municipality: Municipality) -> PracticeIndexPage:
    """The municipality's bank of practices, in its open branch."""
    found = PracticeIndexPage.objects.filter(municipality=municipality).first()
    if found is None:
        build_branches([municipality])
        found = PracticeIndexPage.objects.get(municipality=municipality)
    return found


def practice_draft(
    municipality: Municipality, owner: Any, title: str = "Один вопрос к уроку", **fields: Any
) -> PracticePage:
    """A draft that can be sent: nothing is missing and the plan is reached; ``fields`` change it."""
    school = OrganisationFactory(municipality=municipality)
    index = Page.objects.get(pk=practice_index(municipality).pk)
    fields.setdefault("slug", find_available_slug(index, address_of(title)))
    words = dict.fromkeys(("problem", "aim", "audience", "result", "failures", "evidence"), LONG)
    page = PracticePage(
        title=title,
        organisation=school,
        year=2025,
        owner=owner,
        live=False,
        **{**words, "hours": "2 часа в неделю", "people": "Пара", "money": "Не нужно", **fields},
    )
    page.author_pairs = [AuthorPair(pair=PairFactory(mentor=MentorFactory(organisation=school)))]
    page.steps = [PracticeStep(text="Хозяин урока задаёт один вопрос."), PracticeStep(text="Гость смотрит на одно.")]
    page.indicators = [PracticeIndicator(name="Планы выполнены", planned=Decimal(90), actual=Decimal(94))]
    index.add_child(instance=page)
    page.save_revision(user=owner, clean=False)
    return PracticePage.objects.get(pk=page.pk)


def seen(practice: PracticePage) -> Seen:
    """What a reviewer who opens the practice now has before the eyes."""
    state = StageState.stages.of(practice).under_way().get()
    return Seen(state.pk, stamp(practice.get_latest_revision()))


def practice_sent(municipality: Municipality, owner: Any, **fields: Any) -> PracticePage:
    """A practice that waits for the municipality."""
    practice = practice_draft(municipality, owner, **fields)
    SubmitPractice(practice, owner).execute()
    return PracticePage.objects.get(pk=practice.pk)


def appointed(role: Role, municipality: Municipality | None = None) -> Any:
    """Somebody new in the role."""
    return UserFactory(role=role, municipality=municipality)


def experts(number: int = 3) -> list[Expert]:
    """Experts with accounts, each of a municipality of their own."""
    made = []
    for _ in range(number):
        place = MunicipalityFactory()
        user = appointed(Role.EXPERT, place)
        made.append(Expert.objects.create(full_name=f"Эксперт {user.username}", user=user, municipality=place))
    return made


def practice_at_experts(municipality: Municipality, owner: Any, **fields: Any) -> PracticePage:
    """A practice that two experts are asked to score."""
    if not Expert.objects.exists():
        experts()
    practice = practice_sent(municipality, owner, **fields)
    ApprovePractice(practice, appointed(Role.METHODIST, municipality), seen(practice)).execute()
    return PracticePage.objects.get(pk=practice.pk)


def score(review: ExpertReview, points: int = 4, **more: Any) -> None:
    """One expert gives the same points by every criterion."""
    given = {criterion.pk: points for criterion in Criterion.objects.in_use()}
    practice = review.state.page
    GiveScores(review, review.expert.user, given, stamp(practice.get_latest_revision()), **more).execute()


def practice_at_region(municipality: Municipality, owner: Any, points: int = 4, **fields: Any) -> PracticePage:
    """A practice that two experts have scored and the region decides about."""
    practice = practice_at_experts(municipality, owner, **fields)
    for review in ExpertReview.objects.asked().filter(state__page=practice):
        score(review, points)
    return PracticePage.objects.get(pk=practice.pk)


def practice_published(municipality: Municipality, owner: Any, **fields: Any) -> PracticePage:
    """A practice on the site."""
    practice = practice_at_region(municipality, owner, **fields)
    ApprovePractice(practice, appointed(Role.REGIONAL_CENTRE), seen(practice)).execute()
    return PracticePage.objects.get(pk=practice.pk)


def practice_returned(municipality: Municipality, owner: Any, **fields: Any) -> PracticePage:
    """A practice with a remark of the municipality."""
    practice = practice_sent(municipality, owner, **fields)
    reader = appointed(Role.METHODIST, municipality)
    ReturnPractice(practice, reader, seen(practice), remarks=(("steps", "Сколько длится разговор?"),)).execute()  # type: ignore[arg-type]
    return PracticePage.objects.get(pk=practice.pk)


def practice_rejected(municipality: Municipality, owner: Any, **fields: Any) -> PracticePage:
    """A practice that the municipality did not take."""
    practice = practice_sent(municipality, owner, **fields)
    RejectPractice(
        practice, appointed(Role.METHODIST, municipality), seen(practice), "Это план, а не практика"
    ).execute()
    return PracticePage.objects.get(pk=practice.pk)


def co_author(practice: PracticePage, mentor: Any) -> CoAuthor:
    """The mentor among the co-authors of a practice that may be on the site already."""
    with saving_whole(practice):
        return CoAuthor.objects.create(page=practice, mentor=mentor)
