"""The form of a page in which blanks are hunted: a draft passes, a publication names every blank."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.text import capfirst
from wagtail.documents import get_document_model

from cms.blanks.finding import Passage, hunt
from cms.blanks.pages import REASON
from cms.blanks.passages import passages_of_document, passages_of_value, text_fields
from cms.pages.readiness_forms import ReadyPageForm


class BlankFreeForm(ReadyPageForm):
    """Asks for the blanks, or for the reason why they are left, when the page is published or sent for approval."""

    def is_valid(self) -> bool:
        valid = super().is_valid()
        if not self.is_bound or self.is_deferred_validation or not hasattr(self, "cleaned_data"):
            return valid
        reason = self.cleaned_data.get(REASON) or ""
        needs = self.instance.blank_needs(hunt(self._passages()), reason)
        for need in needs:
            self._say(need)
        return valid and not needs

    def _passages(self) -> Iterator[Passage]:
        yield from passages_of_data(self, (REASON, *self.instance.may_hold_blanks))
        for formset in self.formsets.values():
            name = str(capfirst(formset.model._meta.verbose_name))
            kept = [form for form in formset.forms if form not in formset.deleted_forms]
            for number, form in enumerate(kept, 1):
                for passage in passages_of_data(form):
                    yield Passage(f"{name} {number}. {passage.place}", passage.text)


def passages_of_data(form: Any, skip: tuple[str, ...] = ()) -> Iterator[Passage]:
    """The texts that were typed into a form, and those of the files that were chosen in it."""
    data = getattr(form, "cleaned_data", {})
    for field in text_fields(form._meta.model, skip):
        if field.name in data:
            yield from passages_of_value(field, data[field.name])
    for value in data.values():
        if isinstance(value, get_document_model()):
            yield from passages_of_document(value)
