"""The table of grants, tried at every door: role × act × own or another municipality, by page, form and action."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from bestpractices.practices.models import PracticePage
from bestpractices.review.aftercare import WithdrawPractice
from bestpractices.review.grants import PRACTICE, Act
from bestpractices.review.models import StageState
from bestpractices.review.submitting import SubmitPractice
from bestpractices.review.verdicts import ApprovePractice
from bestpractices.scoring.actions import GiveScores
from bestpractices.scoring.models import Criterion, Expert, ExpertReview
from cms.accounts.enums import REGION_WIDE_ROLES, Role
from cms.accounts.grants import Scope, grants
from cms.accounts.seen import stamp
from cms.actions import Refused
from tests.factories import AppointmentFactory, MunicipalityFactory, UserFactory
from tests.factories import practices as make
from tests.rights.test_matrix import undone

pytestmark = pytest.mark.django_db


def may(role: Role, act: Act, own: bool) -> bool:
    """What the declared table says."""
    scopes = {row.scope for row in grants.of(role, PRACTICE) if act in row.verbs}
    return Scope.REGION in scopes or (Scope.PLACE if own else Scope.OTHER) in scopes


def happened(action) -> bool:
    try:
        action()
    except (PermissionDenied, Refused):
        return False
    return True


def read(client, user, practice):
    return client.get(reverse("practice_review", args=[practice.pk])).status_code == 200


def changed(client, user, practice):
    url = reverse("wagtailadmin_pages:edit", args=[practice.pk])
    empty = ("author_pairs", "coauthors", "steps", "indicators", "grounds", "materials", "comments")
    forms = {f"{name}-{end}": 0 for name in empty for end in ("TOTAL_FORMS", "INITIAL_FORMS")}
    words = {name: getattr(practice, name) for name in ("slug", "pair_model", "mentoring_form", "kind", "level")}
    words |= {"evidence_level": practice.evidence_level, "licence": practice.licence, "title": "Новое имя"}
    client.post(url, {**forms, **words})
    return PracticePage.objects.get(pk=practice.pk).get_latest_revision_as_object().title == "Новое имя"


def sent(client, user, practice):
    return happened(lambda: SubmitPractice(practice, user).execute())


def checked(client, user, practice):
    seen = make.seen(practice)
    data = {"stage": seen.stage_id, "seen": seen.revision, "move": "approve", "reason": ""}
    client.post(reverse("practice_review", args=[practice.pk]), data)
    return StageState.stages.get(pk=seen.stage_id).outcome == "approved"


def decided(client, user, practice):
    return happened(lambda: ApprovePractice(practice, user, make.seen(practice), "Решено").execute())


def scored(client, user, practice):
    """Even somebody who was asked scores only where the table lets them."""
    place = MunicipalityFactory()
    expert = Expert.objects.filter(user=user).first()
    expert = expert or Expert.objects.create(full_name="Кто-то", user=user, municipality=place)
    state = StageState.stages.of(practice).under_way().get()
    review = ExpertReview.objects.filter(state=state, expert=expert).first()
    review = review or ExpertReview.objects.create(state=state, expert=expert, due_on=state.due_on)
    points = {criterion.pk: 4 for criterion in Criterion.objects.in_use()}
    return happened(lambda: GiveScores(review, user, points, stamp(practice.get_latest_revision())).execute())


def withdrawn(client, user, practice):
    return happened(lambda: WithdrawPractice(practice, user, "Причина").execute())


def published(client, user, practice):
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{bulk}?id={practice.pk}", {"include_descendants": "on"})
    return PracticePage.objects.get(pk=practice.pk).live


#: Act, how it is tried, on a practice in which state.
ATTEMPTS = (
    (Act.READ, read, make.practice_draft),
    (Act.READ_SENT, read, make.practice_sent),
    (Act.WRITE, changed, make.practice_draft),
    (Act.WRITE, sent, make.practice_draft),
    (Act.CHECK, checked, make.practice_sent),
    (Act.DECIDE, decided, make.practice_at_region),
    (Act.SCORE, scored, make.practice_at_experts),
    (Act.WITHDRAW, withdrawn, make.practice_published),
    (Act.PUBLISH, published, make.practice_draft),
)


@pytest.mark.parametrize(("act", "attempt", "maker"), ATTEMPTS, ids=lambda it: getattr(it, "__name__", None))
def test_every_role_at_home_and_abroad(act, attempt, maker, municipality, other_municipality, signed_in):
    author = UserFactory(role=Role.METHODIST, municipality=municipality)
    AppointmentFactory(user=author, role=Role.METHODIST, municipality=other_municipality)
    practices = {True: maker(municipality, author), False: maker(other_municipality, author)}
    wrong = []
    for role in Role:
        for own, practice in practices.items():
            with undone():
                place = None if role in REGION_WIDE_ROLES else municipality
                user = UserFactory(role=role, municipality=place)
                got = attempt(signed_in(user), user, PracticePage.objects.get(pk=practice.pk))
            if got != may(role, act, own):
                wrong.append((role, "own" if own else "other", got))
    assert wrong == []
