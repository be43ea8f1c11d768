"""How lists of mentors are narrowed in the admin; every choice ends at the user's own territory."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from cms.accounts.territory import territory_of
from cms.territories.models import Municipality, Organisation
from mentoring.bank.enums import Freshness, HiddenBy, SelectionState
from mentoring.bank.models import Mentor
from mentoring.bank.querysets import MentorQuerySet, consent_in_force
from mentoring.consents.enums import BANK_PURPOSES
from mentoring.reference.models import Direction, Subject


def own_municipalities(request: Any) -> models.QuerySet[Municipality]:
    """The municipalities whose mentors the user may see."""
    return territory_of(request.user, "mentoring.mentor", ["view"]).restrict(Municipality.objects.all(), "pk")


def own_organisations(request: Any) -> models.QuerySet[Organisation]:
    """The organisations whose mentors the user may see."""
    territory = territory_of(request.user, "mentoring.mentor", ["view"])
    return territory.restrict(Organisation.objects.all(), Organisation.territory_path)


class MentorFilterSet(WagtailFilterSet):
    """How a list of mentors is narrowed."""

    municipality = django_filters.ModelChoiceFilter(
        field_name="organisation__municipality", queryset=own_municipalities, label=_("Муниципалитет")
    )
    selection_state = django_filters.ChoiceFilter(choices=SelectionState, label=_("Ход отбора"))

    class Meta:
        model = Mentor
        fields = ["municipality", "selection_state", "category", "live"]


class RegisterFilterSet(MentorFilterSet):
    """The register's questions: where, what, how experienced, how fresh, with which consents, seen or why not."""

    organisation = django_filters.ModelChoiceFilter(queryset=own_organisations, label=_("Организация"))
    subjects = django_filters.ModelChoiceFilter(queryset=Subject.objects.all(), label=_("Предмет"))
    directions = django_filters.ModelChoiceFilter(queryset=Direction.objects.all(), label=_("Направление"))
    freshness = django_filters.ChoiceFilter(choices=Freshness, method="filter_freshness", label=_("Подтверждение"))
    consent = django_filters.ChoiceFilter(
        choices=[("yes", _("оба действуют")), ("no", _("чего-то не хватает"))],
        method="filter_consent",
        label=_("Согласия"),
    )
    public = django_filters.ChoiceFilter(
        choices=[("yes", _("видна")), ("no", _("не видна"))], method="filter_public", label=_("Посетителям")
    )
    hidden_by = django_filters.ChoiceFilter(choices=HiddenBy, method="filter_hidden_by", label=_("Почему не видна"))

    class Meta(MentorFilterSet.Meta):
        fields = ["municipality", "organisation", "subjects", "directions", "category", "experience_band"]

    def filter_freshness(self, mentors: MentorQuerySet, name: str, value: str) -> MentorQuerySet:
        return mentors.of_freshness(Freshness(value), timezone.localdate())

    def filter_consent(self, mentors: MentorQuerySet, name: str, value: str) -> MentorQuerySet:
        today = timezone.localdate()
        both = [consent_in_force(purpose, today) for purpose in BANK_PURPOSES]
        return mentors.filter(*both) if value == "yes" else mentors.exclude(*both)

    def filter_public(self, mentors: MentorQuerySet, name: str, value: str) -> MentorQuerySet:
        today = timezone.localdate()
        return mentors.public(today) if value == "yes" else mentors.not_public(today)

    def filter_hidden_by(self, mentors: MentorQuerySet, name: str, value: str) -> MentorQuerySet:
        return mentors.hidden_by(HiddenBy(value), timezone.localdate())
