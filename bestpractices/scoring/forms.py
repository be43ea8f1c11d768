"""The expert's form: points by each criterion, remarks to parts, a general impression."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bestpractices.review.forms import LONGEST_REASON, RemarksForm
from bestpractices.scoring.enums import TOP_POINTS
from bestpractices.scoring.models import Criterion


class ScoreForm(RemarksForm):
    """Points for the revision that the page was shown with."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=60)
    comment = forms.CharField(
        label=_("Общее впечатление"),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Что взяли бы себе и что мешает повторить."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = list(Criterion.objects.in_use())
        for criterion in self.criteria:
            self.fields[f"points-{criterion.pk}"] = forms.TypedChoiceField(
                label=criterion.name,
                help_text=criterion.question,
                choices=[(points, str(points)) for points in range(TOP_POINTS + 1)],
                coerce=int,
                widget=forms.RadioSelect,
                error_messages={"required": _("Поставьте балл."), "invalid_choice": _("Выберите балл от 0 до 5.")},
            )

    def points_fields(self) -> list[forms.BoundField]:
        """The bound fields of the criteria, in their order."""
        return [self[f"points-{criterion.pk}"] for criterion in self.criteria]

    def points(self) -> dict[int, int]:
        """The points by criterion id."""
        return {criterion.pk: self.cleaned_data[f"points-{criterion.pk}"] for criterion in self.criteria}


class DeclineForm(forms.Form):
    """Why somebody else should score."""

    reason = forms.CharField(
        label=_("Почему не вы"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Например: работали вместе с авторами, не успеваете, не ваш предмет."),
    )
