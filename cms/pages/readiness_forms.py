"""The form of a page that needs to be complete: a draft passes as it is, a publication tells what is missing."""

from __future__ import annotations

from typing import Any

from cms.pages.addresses import AddressedForm
from cms.pages.readiness import Need


class ReadyPageForm(AddressedForm):
    """Asks for ``needs`` of the page when it is published or sent for approval, not when a draft is saved."""

    def is_valid(self) -> bool:
        valid = super().is_valid()
        if not self.is_bound or self.is_deferred_validation:
            return bool(valid)
        gaps = self.instance.gaps_of({need.field: self._is_filled(need.field) for need in self.instance.needs})
        for need in gaps:
            self._say(need)
        return bool(valid) and not gaps

    def _is_filled(self, name: str) -> bool:
        if name in self.formsets:
            return any(_is_kept(self.formsets[name], form) for form in self.formsets[name].forms)
        value = self.cleaned_data.get(name)
        return bool(value) or value == 0

    def _say(self, need: Need) -> None:
        words = str(need.words)
        if need.field in self.formsets:
            said: Any = self.formsets[need.field].non_form_errors()
        elif need.field in self.fields:
            said = self.errors.setdefault(need.field, self.error_class())
        else:
            said = self.non_field_errors()
        if words not in said and not (need.field in self.fields and said):
            said.append(words)


def _is_kept(formset: Any, form: Any) -> bool:
    deleted = formset.can_delete and formset._should_delete_form(form)
    return not deleted and bool(form.has_changed() or form.instance.pk)
