"""The questions by which lists of pages are narrowed: a room declares them as data, the search asks them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

Words = str | Promise
#: Forms for 1, 2 and 5: («акт», «акта», «актов»).
Forms = tuple[Words, Words, Words]

#: Names that addresses of every list use already; a room's facet takes another one.
RESERVED = frozenset({"q", "kind", "district", "year", "exact", "sort", "size", "page"})
UNKNOWN = _("Такого значения в списке нет, условие убрано.")


@dataclass(frozen=True, slots=True)
class PageFacet:
    """One question: «Уровень» with «Федеральный», «Региональный» …

    `name` is the parameter of the address; facets of the same name in two rooms are one question. `values` gives
    the words of each code in their order, and is asked again every few seconds. A `long` facet shows first what was
    chosen and what is frequent and folds the rest; it needs `forms` («Ещё 5 уровней») and `search_label`. `chip`
    writes a value that stands alone; `is_folded` begins closed.
    """

    name: str
    label: Words
    values: Callable[[], Mapping[str, str]]
    forms: Forms = ("", "", "")
    search_label: Words = ""
    long: bool = False
    is_folded: bool = False
    chip: Words = "%(value)s"
    unknown: Words = UNKNOWN

    def __post_init__(self) -> None:
        if self.name in RESERVED:
            raise ValueError(f"{self.name}: every list has this parameter already")


def choices(enum: type[TextChoices]) -> Callable[[], Mapping[str, str]]:
    """The values of an enum: ``PageFacet("level", _("Уровень"), choices(Level))``."""
    return lambda: {str(option.value): capfirst(str(option.label)) for option in enum}
