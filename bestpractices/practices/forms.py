"""The editor's form of a practice: its people and its school are the municipality's own."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cms.accounts.forms import limit_organisations
from cms.accounts.territory import Territory
from cms.pages.addresses import AddressedForm


class PracticeForm(AddressedForm):
    """A practice of the branch in which it stands, whatever ids come back from the browser."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        place = getattr(self.parent_page.specific, "municipality_id", None) if self.parent_page else None
        self.territory = Territory(everywhere=False, municipalities=frozenset({place} if place else ()))
        limit_organisations(self, "organisation", self.territory)

    def clean(self) -> dict[str, Any]:
        """Pairs and co-authors are chosen from the municipality's own bank."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for name, field in (("author_pairs", "pair"), ("coauthors", "mentor")):
            formset = self.formsets.get(name)
            if formset is None or not formset.is_valid():
                continue
            for form in formset.forms:
                chosen = form.cleaned_data.get(field)
                if chosen and not form.cleaned_data.get("DELETE") and not self._is_ours(chosen):
                    raise ValidationError(_("Авторы выбираются из банка своего муниципалитета."), code="foreign")
        return cleaned

    def _is_ours(self, chosen: Any) -> bool:
        return self.territory.covers(chosen.organisation.municipality_id)
