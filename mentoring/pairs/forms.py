"""The form of a pair, and of what closes it."""

from __future__ import annotations

from datetime import date
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
from mentoring.bank.enums import FINDABLE_STATES
from mentoring.bank.models import Mentor
from mentoring.pairs.enums import HOLDING_STATES
from mentoring.pairs.evidence import refuse_to_lose_consents
from mentoring.pairs.mentor_choosers import mentor_for_pair
from mentoring.pairs.models import Pair
from mentoring.pairs.people import require_each_once, require_no_overlap, require_two_people
from mentoring.pairs.places import NoPlaceLeft, PairRefused, lock_mentor, require_places


class MenteeForm(WagtailAdminModelForm):
    """A mentee, from an organisation of the territory in which the user keeps pairs."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        territory = territory_of(self.for_user, "mentoring.pair", ["add", "change"])
        limit_organisations(self, "organisation", territory)


class PairForm(TerritorialForm):
    """A pair inside the user's territory; a pair under way keeps within its mentor's places."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "mentor" in self.fields:
            self.fields["mentor"].widget = mentor_for_pair.widget_class()
            self.fields["mentor"].help_text = gettext_lazy("Предлагаем тех, кто в банке и у кого есть свободные места.")

    def clean_mentor(self) -> Mentor:
        mentor: Mentor = self.cleaned_data["mentor"]
        if not visible_to(self.for_user, Mentor.objects.filter(pk=mentor.pk)).exists():
            raise ValidationError(_("Выберите наставника из своего муниципалитета."))
        if mentor.pk != self.initial.get("mentor") and mentor.selection_state not in FINDABLE_STATES:
            state = mentor.get_selection_state_display()
            raise ValidationError(
                _("Наставник в состоянии «%(state)s»: пару с ним не заводят. Выберите другого.") % {"state": state}
            )
        return mentor

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.formsets["mentees"].is_valid()
        if reasons := refuse_to_lose_consents(self.formsets["mentees"]):
            raise ValidationError([ValidationError(reason, code="evidence") for reason in reasons])
        mentor = cleaned.get("mentor")
        if mentor is not None and cleaned.get("started_on"):
            try:
                self._require_people(mentor)
            except PairRefused as refusal:
                raise ValidationError(str(refusal), code="people") from refusal
        if self.instance.state in HOLDING_STATES and cleaned.get("started_on", date.min) > timezone.localdate():
            words = _("Пара уже работает: первый день не может быть в будущем.")
            raise ValidationError({"started_on": words})
        if mentor is not None and self.instance.state in HOLDING_STATES:
            try:
                require_places(mentor, self._mentees(), besides=self.instance)
            except NoPlaceLeft as refusal:
                raise ValidationError(str(refusal), code="places") from refusal
            if not self._mentees():
                raise ValidationError(_("Пара работает: в ней должен остаться наставляемый."), code="empty")
        return cleaned

    def save(self, commit: bool = True) -> Pair:
        """Ask once more under the mentors' locks; raises ``PairRefused`` where somebody was just quicker."""
        if not commit:
            return super().save(commit)
        with transaction.atomic():
            if self.instance.pk is not None:
                return self._save_under_lock()
            self._require_people(lock_mentor(self.instance.mentor_id))
            return super().save(commit)

    def _save_under_lock(self) -> Pair:
        stored = Pair.objects.get(pk=self.instance.pk)
        locked = {key: lock_mentor(key) for key in sorted({stored.mentor_id, self.instance.mentor_id})}
        mentor = locked[self.instance.mentor_id]
        stored = Pair.objects.select_for_update().get(pk=self.instance.pk)
        self.instance.state, self.instance.ended_on = stored.state, stored.ended_on
        if stored.state in HOLDING_STATES:
            require_places(mentor, self._mentees(), besides=stored)
        self._require_people(mentor)
        pair: Pair = super().save(True)
        return pair

    def _require_people(self, mentor: Mentor) -> None:
        names = [str(mentee["full_name"]) for mentee in self._filled() if mentee.get("full_name")]
        require_two_people(mentor, names)
        require_each_once(names)
        require_no_overlap(mentor, names, (self.cleaned_data["started_on"], self.instance.ended_on), self.instance)

    def _mentees(self) -> int:
        return len(self._filled())

    def _filled(self) -> list[dict[str, Any]]:
        """The mentees whom the filled form leaves in the pair; invalid ones are told about elsewhere."""
        mentees = self.formsets["mentees"]
        mentees.is_valid()
        filled = [getattr(form, "cleaned_data", {}) for form in mentees.forms]
        return [mentee for mentee in filled if mentee and not mentee.get("DELETE")]


class CloseForm(forms.Form):
    """The last day of a pair, and what came of it."""

    ended_on = forms.DateField(
        label=gettext_lazy("Последний день"),
        help_text=gettext_lazy("День, когда пара закончила работу: сегодня или раньше."),
        initial=timezone.localdate,
        widget=AdminDateInput,
    )
    note = forms.CharField(
        label=gettext_lazy("Итог или причина"), required=False, max_length=400, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, thing: Pair, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
