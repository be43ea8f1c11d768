"""How many mentors the bank held on a day that is past: the records of the selection and of consents tell."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.cache import cache
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from cms.freshness.making import only_until
from cms.territories.models import Municipality
from mentoring.bank.enums import FINDABLE_STATES
from mentoring.bank.models import Mentor, SelectionStep
from mentoring.bank.querysets import MentorQuerySet, consent_in_force
from mentoring.consents.enums import Purpose
from mentoring.pairs.figures import a_year_before, change_words

#: Seconds for which a home repeats the change against last year.
KEPT = 600


def in_bank_on(day: date) -> MentorQuerySet:
    """Mentors whom visitors could find on the day: chosen so far, both consents in force, of age.

    Nobody wrote down which entries had gone grey by a past day, so those count on every day, today as well.
    """
    evening = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
    published = Q(live=True) | Q(first_published_at__isnull=False)
    entries: Any = Mentor.objects.annotate(state_then=_state_before(evening))
    found: MentorQuerySet = entries.filter(
        published,
        consent_in_force(Purpose.PROCESSING, day),
        consent_in_force(Purpose.PUBLICATION, day),
        state_then__in=FINDABLE_STATES,
        is_minor=False,
        organisation__is_active=True,
        organisation__municipality__is_active=True,
    )
    return found


def change_of_bank(municipality: Municipality | None, today: date) -> str:
    """«На 11 больше, чем год назад», of the region or the municipality; nothing where last year is not known."""
    # Named for what stands under it: the former version kept bare words under «bank.change».
    key = f"bank.change.until.{municipality.pk if municipality else 0}.{today.isoformat()}"
    known: tuple[str, datetime] | None = cache.get(key)
    if known is None:
        known = _change(municipality, today), timezone.now() + timedelta(seconds=KEPT)
        cache.set(key, known, KEPT)
    words, ends = known
    only_until(ends)
    return words


def _change(municipality: Municipality | None, today: date) -> str:
    now, then = (_count(municipality, day) for day in (today, a_year_before(today)))
    return change_words(now, then or None)  # a bank that is younger than a year knows no former number


def _count(municipality: Municipality | None, day: date) -> int:
    mentors = in_bank_on(day)
    return (mentors.filter(organisation__municipality=municipality) if municipality else mentors).count()


def _state_before(moment: datetime) -> Coalesce:
    """The state of the selection just before the moment; NULL for entries that were not yet made."""
    own = SelectionStep.objects.filter(mentor=OuterRef("pk"))
    latest = own.filter(at__lt=moment).order_by("-at", "-pk").values("to_state")[:1]
    next_one = own.filter(at__gte=moment).order_by("at", "pk").values("from_state")[:1]
    unmoved = Mentor.objects.filter(pk=OuterRef("pk"), created_at__lt=moment)
    started = unmoved.annotate(state=Coalesce(Subquery(next_one), F("selection_state"))).values("state")[:1]
    return Coalesce(Subquery(latest), Subquery(started))
