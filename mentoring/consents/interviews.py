"""How the interview of a consent is chosen in a form: by month and both names, inside the user's territory."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.forms.models import ModelChoiceField
from django.utils.translation import gettext_lazy as _

from cms.accounts.territory import Territory
from mentoring.duets.models import DuetProject


class InterviewField(ModelChoiceField):
    """«Дуэт, июль 2026: Лосева Вера Аркадьевна и Тарасов Илья»."""

    def label_from_instance(self, obj: DuetProject) -> str:
        pair, mentee = obj.pair, obj.mentee
        names = [pair.mentor.full_name if pair else "", mentee.full_name if mentee else ""]
        return f"{obj}: {' и '.join(filter(None, names))}"


def interview_field(territory: Territory, required: bool, help_text: Any) -> InterviewField:
    """The field for interviews whose pairs work in the territory; those that will not come about are left out."""
    return InterviewField(
        queryset=interviews_in(territory), required=required, label=_("Какое интервью"), help_text=help_text
    )


def interviews_in(territory: Territory) -> QuerySet[DuetProject]:
    """The interviews under way of pairs that work in the territory."""
    chosen = DuetProject.objects.under_way().exclude(pair=None).select_related("pair__mentor", "mentee")
    return territory.restrict(chosen, "pair__organisation__municipality")
