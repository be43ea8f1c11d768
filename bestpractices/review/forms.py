"""The forms of a review: a verdict with remarks beside the parts of the text, and a reason."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bestpractices.practices.enums import Part
from bestpractices.review.enums import Move
from bestpractices.review.preferences import MailChoice

LONGEST_REASON = 2000
LONGEST_REMARK = 1000


class RemarksForm(forms.Form):
    """A field for a remark to each part of the practice."""

    def __init__(self, *args: Any, parts: Iterable[Part] = tuple(Part), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parts = tuple(parts)
        for part in self.parts:
            self.fields[self.name(part)] = forms.CharField(
                label=_("Замечание: %(part)s") % {"part": part.label},
                required=False,
                max_length=LONGEST_REMARK,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    @staticmethod
    def name(part: Part) -> str:
        return f"remark-{part.value}"

    def remark_field(self, part: Part) -> forms.BoundField:
        """The bound field beside a part."""
        return self[self.name(part)]

    def remarks(self) -> tuple[tuple[Part, str], ...]:
        """The remarks that were written."""
        given = ((part, self.cleaned_data.get(self.name(part), "")) for part in self.parts)
        return tuple((part, words) for part, words in given if words.strip())


class VerdictForm(RemarksForm):
    """A verdict about the stage and the revision that the page was shown with."""

    stage = forms.IntegerField(widget=forms.HiddenInput)
    seen = forms.CharField(widget=forms.HiddenInput, max_length=60)
    move = forms.ChoiceField(
        label=gettext_lazy("Решение"),
        choices=[
            (Move.APPROVE, gettext_lazy("Одобрить")),
            (Move.RETURN, gettext_lazy("Вернуть с замечаниями")),
            (Move.REJECT, gettext_lazy("Отклонить")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Выберите решение.")},
    )
    reason = forms.CharField(
        label=gettext_lazy("Почему"),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Прочитает автор. Для отказа причина обязательна."),
    )

    def clean(self) -> dict[str, Any]:
        """What the move needs is said beside its field, before anything is tried."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("move") == Move.REJECT and not cleaned.get("reason", "").strip():
            self.add_error("reason", _("Напишите причину отказа."))
        if cleaned.get("move") == Move.RETURN and not self.errors and not self.remarks():
            raise ValidationError(_("Напишите хотя бы одно замечание к разделу: автор поймёт, что исправить."))
        return cleaned


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(
        label=gettext_lazy("Причина"), max_length=LONGEST_REASON, widget=forms.Textarea(attrs={"rows": 3})
    )


class RecallForm(forms.Form):
    """Why, if the author wishes to say."""

    reason = forms.CharField(
        label=gettext_lazy("Что хотите изменить"),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class MailForm(forms.Form):
    """How mails about practices come."""

    choice = forms.ChoiceField(
        label=gettext_lazy("Письма о практиках"), choices=MailChoice.choices, widget=forms.RadioSelect
    )
