"""Forms of the bank in the admin."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from cms.accounts.forms import TerritorialForm
from cms.wording import counted
from mentoring.bank.enums import SELECTION_TRANSITIONS, SelectionState
from mentoring.bank.models import OF_AGE_UNPROVED, Mentor
from mentoring.pairs.enums import HOLDING_STATES
from mentoring.reference.models import ReferenceEntry


class MentorForm(TerritorialForm):
    """An entry of the bank: reference values that are offered, places not below those taken."""

    reference_fields: ClassVar[tuple[str, ...]] = ("subjects", "directions", "audiences")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.reference_fields:
            if name in self.fields:
                self._offer_active(name)

    def clean_places_total(self) -> int:
        """Nobody who works in a pair is put out by a smaller number."""
        places: int = self.cleaned_data["places_total"]
        taken = self._taken()
        if places < taken:
            message = _("В парах уже занято %(taken)s. Сначала завершите пару или оставьте не меньше.")
            raise forms.ValidationError(message % {"taken": counted(taken, "место", "места", "мест")})
        return places

    def clean(self) -> dict[str, Any]:
        """A minor is not turned into an adult by a missing tick."""
        cleaned = super().clean()
        claimed = Mentor(
            pk=self.instance.pk,
            person=cleaned.get("person", ""),
            is_minor=cleaned.get("is_minor", False),
            of_age_confirmed=cleaned.get("of_age_confirmed", False),
        )
        if claimed.needs_proof_of_age():
            self.add_error("is_minor", OF_AGE_UNPROVED)
        return cleaned

    def _taken(self) -> int:
        if not self.instance.pk:
            return 0
        return self.instance.pairs.filter(state__in=HOLDING_STATES, mentees__isnull=False).count()

    def _offer_active(self, name: str) -> None:
        """Values no longer offered stay only where they are already chosen."""
        field: Any = self.fields[name]
        model: type[ReferenceEntry] = field.queryset.model
        chosen = [entry.pk for entry in self.initial[name]] if self.instance.pk else []
        field.queryset = model._default_manager.filter(models.Q(is_active=True) | models.Q(pk__in=chosen))


class MoveForm(forms.Form):
    """Where the selection goes next, and on what grounds."""

    to_state = forms.ChoiceField(label=gettext_lazy("Перевести в состояние"))
    held_on = forms.DateField(label=gettext_lazy("Дата собеседования"), required=False, widget=AdminDateInput)
    held_by = forms.CharField(
        label=gettext_lazy("Кто проводит"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Дата и фамилия нужны, когда наставника приглашают на собеседование."),
    )
    note = forms.CharField(
        label=gettext_lazy("Итог или причина"),
        required=False,
        max_length=400,
        help_text=gettext_lazy("Нужен после собеседования и при приостановке."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, thing: Mentor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["to_state"]
        following = SELECTION_TRANSITIONS[SelectionState(thing.selection_state)]
        field.choices = [(state.value, state.label) for state in SelectionState if state in following]


class ReasonForm(forms.Form):
    """A reason, in a sentence."""

    note = forms.CharField(label=gettext_lazy("Причина"), max_length=400, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, thing: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)


class NothingToFill(forms.Form):
    """A confirmation without a field."""

    def __init__(self, *args: Any, thing: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
