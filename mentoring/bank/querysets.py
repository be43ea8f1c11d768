from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Greatest

from mentoring.bank.enums import FINDABLE_STATES, Category, Freshness, HiddenBy
from mentoring.consents.enums import Purpose
from mentoring.consents.models import MentorConsent
from mentoring.pairs.enums import HOLDING_STATES

if TYPE_CHECKING:
    from cms.territories.models import Municipality
    from mentoring.bank.models import Mentor  # noqa: F401 – named in a base class


def consent_in_force(purpose: Purpose, on: date) -> Exists:
    """A condition on mentors: a consent to the purpose is valid on that day."""
    return Exists(MentorConsent.objects.for_purpose(purpose).valid(on).filter(mentor=OuterRef("pk")))


class MentorQuerySet(models.QuerySet["Mentor"]):
    """Questions about the Mentor Bank."""

    def public(self, on: date) -> MentorQuerySet:
        """What visitors may see on a day: live, of age, in the bank, confirmed, with both consents in force."""
        return self.filter(
            consent_in_force(Purpose.PROCESSING, on),
            consent_in_force(Purpose.PUBLICATION, on),
            live=True,
            is_minor=False,
            selection_state__in=FINDABLE_STATES,
            organisation__is_active=True,
            organisation__municipality__is_active=True,
            confirmed_on__gte=on - timedelta(days=settings.MENTOR_STALE_DAYS),
        )

    def hidden_by(self, reason: HiddenBy, on: date) -> MentorQuerySet:
        """Those that this one condition keeps from visitors; the same words as ``publicness.reasons_hidden``."""
        conditions = {
            HiddenBy.MINOR: Q(is_minor=True),
            HiddenBy.DRAFT: Q(live=False),
            HiddenBy.SELECTION: ~Q(selection_state__in=FINDABLE_STATES),
            HiddenBy.PLACE: Q(organisation__is_active=False) | Q(organisation__municipality__is_active=False),
            HiddenBy.GREY: Q(confirmed_on__lt=on - timedelta(days=settings.MENTOR_STALE_DAYS)),
            HiddenBy.PROCESSING: ~Q(consent_in_force(Purpose.PROCESSING, on)),
            HiddenBy.PUBLICATION: ~Q(consent_in_force(Purpose.PUBLICATION, on)),
        }
        return self.filter(conditions[reason])

    def of_freshness(self, freshness: Freshness, on: date) -> MentorQuerySet:
        """Those that are green, yellow or grey on a day; the same rule as ``Mentor.freshness``."""
        fresh_since = on - timedelta(days=settings.MENTOR_FRESH_DAYS)
        stale_since = on - timedelta(days=settings.MENTOR_STALE_DAYS)
        if freshness == Freshness.GREEN:
            return self.filter(confirmed_on__gte=fresh_since)
        if freshness == Freshness.YELLOW:
            return self.filter(confirmed_on__lt=fresh_since, confirmed_on__gte=stale_since)
        return self.filter(confirmed_on__lt=stale_since)

    def called_to_mentor(self) -> MentorQuerySet:
        """Honoured teachers and those of the highest category, who ought to be mentors (S4-05)."""
        return self.filter(Q(is_honoured=True) | Q(category=Category.HIGHEST), is_minor=False)

    def not_public(self, on: date) -> MentorQuerySet:
        """Those that visitors do not see on a day."""
        return self.exclude(pk__in=self.model._default_manager.public(on).values("pk"))

    def in_municipality(self, municipality: Municipality) -> MentorQuerySet:
        """The municipality's bank."""
        return self.filter(organisation__municipality=municipality)

    def teaching(self, subjects: Iterable[int]) -> MentorQuerySet:
        """Those who teach one of the subjects (primary keys)."""
        through = self.model.subjects.through.objects
        return self.filter(pk__in=through.filter(subject_id__in=subjects).values("mentor_id"))

    def with_places(self) -> MentorQuerySet:
        """Adds ``taken`` (mentees in pairs under way) and ``free`` (what is left of ``places_total``, not below 0)."""
        mentees = apps.get_model("mentoring", "PairMentee")._default_manager.order_by()
        # Counted for each mentor apart: a join would have the rows of all mentors grouped to show fifty of them.
        held = mentees.filter(pair__mentor=OuterRef("pk"), pair__state__in=HOLDING_STATES)
        counted = held.values("pair__mentor").annotate(taken=Count("pk")).values("taken")
        return self.annotate(taken=Coalesce(Subquery(counted), 0)).annotate(
            free=Greatest(F("places_total") - F("taken"), 0)
        )

    def with_reasons(self) -> MentorQuerySet:
        """Everything that ``publicness.reasons_hidden`` reads, and the place of work, in two queries."""
        return self.select_related("organisation__municipality").prefetch_related("consents")

    def with_card_relations(self) -> MentorQuerySet:
        """Everything a card or a row of the register shows, in a constant number of queries."""
        return self.with_reasons().prefetch_related("subjects", "directions", "audiences")

    def for_presenting(self) -> MentorQuerySet:
        """Everything that ``mentoring.bank.presenters`` reads, in a constant number of queries."""
        return self.with_card_relations().prefetch_related("portfolio_links", "pairs__mentees")
