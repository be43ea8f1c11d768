"""Whom a duet can be made of: adult mentees of working pairs, with what a choice needs to know."""

from __future__ import annotations

from django.db import models
from django.db.models import QuerySet

from cms.accounts.territory import Territory
from mentoring.duets import naming
from mentoring.pairs.enums import HOLDING_STATES
from mentoring.pairs.models import Pair, PairMentee

_PLACE = f"pair__{Pair.territory_path}"


def possible_duets(territory: Territory) -> QuerySet[PairMentee]:
    """The adult mentees of pairs under way inside a territory, with their mentors."""
    adults = PairMentee.objects.filter(is_minor=False, pair__mentor__is_minor=False, pair__state__in=HOLDING_STATES)
    return territory.restrict(with_duet(adults), _PLACE)


def with_duet(mentees: QuerySet[PairMentee]) -> QuerySet[PairMentee]:
    """Everything that ``duet_words`` says, without a query per row; by the mentor's name."""
    related = mentees.select_related("organisation", "pair__mentor", "pair__organisation")
    return related.order_by("pair__mentor__last_name", "pair__mentor__first_name", "full_name", "pk")


def including(mentees: QuerySet[PairMentee], chosen: int | None) -> QuerySet[PairMentee]:
    """The same with one more, that was chosen before and may not be offered any longer."""
    if chosen is None:
        return mentees
    both = models.Q(pk__in=mentees.order_by().values("pk")) | models.Q(pk=chosen)
    return with_duet(PairMentee.objects.filter(both))


def duet_words(mentee: PairMentee) -> str:
    """«Вера Лосева и Илья Тарасов, Лицей № 4»."""
    mentor = naming.short_name(naming.given_first(mentee.pair.mentor.full_name))
    other = naming.short_name(naming.given_first(mentee.full_name))
    return f"{mentor} и {other}, {mentee.pair.organisation.short_name}"
