"""The programmes of a section, with their numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpRequest

from mentoring.programmes.models import ProgrammePage
from mentoring.programmes.numbers import Numbers, numbers_of

if TYPE_CHECKING:
    from mentoring.programmes.models import ProgrammeIndexPage


@dataclass(frozen=True, slots=True)
class ProgrammeLine:
    """One programme of a list."""

    page: ProgrammePage
    url: str
    forms: str
    numbers: Numbers


def programme_list(index: ProgrammeIndexPage, request: HttpRequest) -> list[ProgrammeLine]:
    """The published programmes of the section's branch, the newest school year first."""
    found = ProgrammePage.objects.published().in_municipality(index.municipality).newest_first().for_cards()
    programmes = list(found)
    numbers = numbers_of(programmes)
    return [
        ProgrammeLine(
            programme,
            programme.get_url(request) or "",
            ", ".join(form.get_pair_model_display() for form in programme.forms.all()),
            numbers.get(programme.pk, Numbers()),
        )
        for programme in programmes
    ]
