"""The editor's form of a programme."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.forms import limit_organisations
from cms.accounts.territory import EVERYWHERE, Territory
from cms.pages.editorial import municipality_of_path
from cms.pages.readiness_forms import ReadyPageForm
from mentoring.pairs.enums import PairModel
from mentoring.school_years import SchoolYear, school_year_of

#: How many school years back and ahead of the present one a programme is offered.
YEARS_BACK, YEARS_AHEAD = 3, 2


class ProgrammePageForm(ReadyPageForm):
    """Offers the branch's own organisations, school years by their names, and each form of pairs once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        limit_organisations(self, "organisation", self._territory())
        if "year" in self.fields:
            self._name_the_years()

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        chosen = Counter(form.data.get(f"{form.prefix}-pair_model") for form in self._kept_forms())
        for value, times in chosen.items():
            if times > 1 and value in PairModel.values:
                words = _("Форма «%(form)s» выбрана дважды. Соедините форматы в одной.")
                self.add_error(None, words % {"form": PairModel(value).label})
        return cleaned

    def _kept_forms(self) -> list[Any]:
        formset = self.formsets.get("forms")
        forms_of_pairs = formset.forms if formset is not None else []
        return [form for form in forms_of_pairs if form.data.get(f"{form.prefix}-DELETE") not in ("1", "on")]

    def _territory(self) -> Territory:
        """A branch's programme describes an organisation of the branch; the region's own may describe any."""
        parent = self.parent_page
        place = municipality_of_path(parent.path) if parent is not None else self.instance.municipality
        return EVERYWHERE if place is None else Territory(everywhere=False, municipalities=frozenset({place.pk}))

    def _name_the_years(self) -> None:
        now = school_year_of(timezone.localdate()).start
        years = {*range(now - YEARS_BACK, now + YEARS_AHEAD + 1), self.instance.year}
        self.fields["year"] = forms.TypedChoiceField(
            label=self.fields["year"].label,
            choices=[(year, str(SchoolYear(year))) for year in sorted(years, reverse=True)],
            coerce=int,
        )
