"""The editor's form of an act."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from cms.acts.rings import ring_words
from cms.blanks.forms import BlankFreeForm


class ActPageForm(BlankFreeForm):
    """Refuses an act that rests on itself, and a year that cannot be."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        number = cleaned.get("number") or ""
        if number.lstrip().startswith("№"):
            cleaned["number"] = number.lstrip().removeprefix("№").strip()
        begins, signed = cleaned.get("force_from"), cleaned.get("date")
        if begins and signed and begins.year < signed.year - 1:
            self.add_error("force_from", _("Акт начинает действовать раньше, чем подписан. Проверьте даты."))
        return cleaned

    def is_valid(self) -> bool:
        valid = super().is_valid()
        formset = self.formsets.get("relations")
        if not self.is_bound or self.is_deferred_validation or formset is None:
            return valid
        kept = [form.cleaned_data for form in formset.forms if form not in formset.deleted_forms]
        chosen = [(data.get("kind", ""), data["target"].pk) for data in kept if data.get("target")]
        refusals = ring_words(self.instance.pk, chosen)
        for words in refusals:
            formset.non_form_errors().append(words)
        return valid and not refusals
