"""Experts are asked by load: the least busy of those whom nothing ties to the practice."""

from __future__ import annotations

from datetime import date

from django.contrib.auth import get_user_model

from bestpractices.journal.enums import What
from bestpractices.journal.writing import record
from bestpractices.practices.models import PracticePage
from bestpractices.review.models import ReviewPolicy, StageState
from bestpractices.scoring.conflicts import conflict
from bestpractices.scoring.models import Expert, ExpertReview
from bestpractices.scoring.notices import ask_by_mail
from cms.accounts.enums import Role
from cms.accounts.models import Appointment


def assign_first(state: StageState) -> list[ExpertReview]:
    """Ask as many experts as the region wants; fewer if there are not so many, and then the centre is told."""
    return [review for _ in range(ReviewPolicy.current().experts_needed) if (review := assign_one(state)) is not None]


def assign_one(state: StageState, *, is_third: bool = False, due_on: date | None = None) -> ExpertReview | None:
    """Ask the next expert; None if there is nobody left who may be asked."""
    expert = next(iter(candidates(state)), None)
    if expert is None:
        return None
    review = ExpertReview.objects.create(state=state, expert=expert, is_third=is_third, due_on=due_on or state.due_on)
    record(state.page, What.ASK, None, who=expert.full_name, stage=state.stage, revision=state.revision)
    ask_by_mail(review)
    return review


def candidates(state: StageState) -> list[Expert]:
    """Those who may be asked, in the order in which they are asked: who scored this practice before comes first."""
    invite_appointed()
    practice = state.page
    asked = set(ExpertReview.objects.at(state).values_list("expert_id", flat=True))
    knows = set(ExpertReview.objects.scored().filter(state__page=practice).values_list("expert_id", flat=True))
    words = _words_of(practice, state)
    found = [
        expert
        for expert in Expert.objects.by_load()
        if expert.pk not in asked and not conflict(expert, words) and not conflict(expert, practice)
    ]
    return sorted(found, key=lambda expert: expert.pk not in knows)


def invite_appointed() -> None:
    """Whoever is appointed an expert stands in the register without further ado."""
    missing = get_user_model()._default_manager.filter(
        is_active=True, appointments__role=Role.EXPERT, practice_expert=None
    )
    for user in missing.distinct():
        seat = Appointment.objects.filter(user=user, role=Role.EXPERT).select_related("municipality").first()
        if seat is None or seat.municipality is None:
            continue
        name = f"{user.last_name} {user.first_name}".strip() or user.get_username()
        Expert.objects.create(full_name=name, user=user, email=user.email, municipality=seat.municipality)


def _words_of(practice: PracticePage, state: StageState) -> PracticePage:
    """The practice as it was sent: its draft may name other authors than the live page."""
    sent = state.revision.as_object()
    return sent if isinstance(sent, PracticePage) else practice
