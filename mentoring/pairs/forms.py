"""The form of a pair, and of what closes it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateInput

from cms.accounts.forms import TerritorialForm, limit_organisations
from cms.accounts.permissions import visible_to
from cms.accounts.territory import territory_of
from mentoring.bank.models import Mentor
from mentoring.pairs.enums import HOLDING_STATES
from mentoring.pairs.evidence import refuse_to_lose_consents
from mentoring.pairs.models import Pair
from mentoring.pairs.places import NoPlaceLeft, lock_mentor, require_places


class MenteeForm(WagtailAdminModelForm):
    """A mentee, from an organisation of the territory in which the user keeps pairs."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        territory = territory_of(self.for_user, "mentoring.pair", ["add", "change"])
        limit_organisations(self, "organisation", territory)


class PairForm(TerritorialForm):
    """A pair inside the user's territory; a pair under way keeps within its mentor's places."""

    def clean_mentor(self) -> Mentor:
        mentor: Mentor = self.cleaned_data["mentor"]
        if not visible_to(self.for_user, Mentor.objects.filter(pk=mentor.pk)).exists():
            raise ValidationError(_("Выберите наставника из своего муниципалитета."))
        return mentor

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.formsets["mentees"].is_valid()
        if reasons := refuse_to_lose_consents(self.formsets["mentees"]):
            raise ValidationError([ValidationError(reason, code="evidence") for reason in reasons])
        mentor = cleaned.get("mentor")
        if mentor is not None and self.instance.state in HOLDING_STATES:
            try:
                require_places(mentor, self._mentees(), besides=self.instance)
            except NoPlaceLeft as refusal:
                raise ValidationError(str(refusal), code="places") from refusal
            if not self._mentees():
                raise ValidationError(_("Пара работает: в ней должен остаться наставляемый."), code="empty")
        return cleaned

    def save(self, commit: bool = True) -> Pair:
        """Count the places once more under the mentors' locks; raises ``NoPlaceLeft`` when they were just taken."""
        if not commit or self.instance.pk is None:
            return super().save(commit)
        with transaction.atomic():
            return self._save_under_lock()

    def _save_under_lock(self) -> Pair:
        stored = Pair.objects.get(pk=self.instance.pk)
        for mentor_id in sorted({stored.mentor_id, self.instance.mentor_id}):
            lock_mentor(mentor_id)
        stored = Pair.objects.select_for_update().get(pk=self.instance.pk)
        self.instance.state, self.instance.ended_on = stored.state, stored.ended_on
        if stored.state in HOLDING_STATES:
            require_places(lock_mentor(self.instance.mentor_id), self._mentees(), besides=stored)
        pair: Pair = super().save(True)
        return pair

    def _mentees(self) -> int:
        """How many mentees the filled form leaves in the pair; invalid ones are told about elsewhere."""
        mentees = self.formsets["mentees"]
        mentees.is_valid()
        filled = [getattr(form, "cleaned_data", {}) for form in mentees.forms]
        return sum(bool(mentee) and not mentee.get("DELETE") for mentee in filled)


class CloseForm(forms.Form):
    """The last day of a pair, and what came of it."""

    ended_on = forms.DateField(label=gettext_lazy("Последний день"), initial=timezone.localdate, widget=AdminDateInput)
    note = forms.CharField(
        label=gettext_lazy("Итог или причина"), required=False, max_length=400, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, thing: Pair, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
