"""Municipalities as every search offers them, and the words that place a result in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from cms.territories.models import Municipality
from cms.wording import NO_BREAK_SPACE, agree, grouped
from search.faceted.address import Search
from search.faceted.catalogue import Chosen, Facet, Values, Vocabulary

#: Numerals from two to ten after «в … районах».
PREPOSITIONAL = ("двух", "трёх", "четырёх", "пяти", "шести", "семи", "восьми", "девяти", "десяти")


@dataclass(frozen=True, slots=True)
class District:
    """A municipality: «Ключевской», «Ключевской район», «Ключевском районе», and its place on the tile map."""

    code: str
    label: str
    name: str
    prepositional: str
    tile: tuple[int, int] | None = None


def read_districts() -> dict[str, District]:
    """The active municipalities by their codes, in one query."""
    return {place.code: _district(place) for place in Municipality.objects.active().order_by("short_name")}


def _district(place: Municipality) -> District:
    has_tile = place.tile_column is not None and place.tile_row is not None
    tile = (place.tile_column, place.tile_row) if has_tile else None
    return District(place.code, place.short_name, place.name, place.name_prepositional, tile)  # type: ignore[arg-type]


def _values(vocabulary: Vocabulary, chosen: Chosen) -> Values:
    return {code: district.label for code, district in vocabulary.districts.items()}


#: For any catalogue whose vocabulary has `districts`.
DISTRICT = Facet(
    "district",
    _("Район"),
    _values,
    _("Такого района нет, условие убрано."),
    (_("район"), _("района"), _("районов")),
    _("Название района"),
    long=True,
    full=lambda vocabulary, code: vocabulary.districts[code].name,
)


def place_words(search: Search, districts: Mapping[str, District]) -> str:
    """«в Ключевском районе», «в двух районах», or nothing where no district is chosen."""
    chosen = search.chosen.get("district", ())
    if not chosen:
        return ""
    if len(chosen) > 1:
        return in_districts(len(chosen))
    district = districts[chosen[0]]
    where = district.prepositional
    return f"{_preposition(where)}{NO_BREAK_SPACE}{where}" if where else f"({district.name})"


def in_districts(number: int) -> str:
    """«в двух районах», «в 21 районе»."""
    numeral = PREPOSITIONAL[number - 2] if 2 <= number <= 10 else grouped(number)
    return f"в{NO_BREAK_SPACE}{numeral} {agree(number, 'районе', 'районах', 'районах')}"


def _preposition(word: str) -> str:
    """«во» before two consonants of which the first is «в» or «ф»: «во Владимирском»."""
    start = word[:2].lower()
    return "во" if len(start) == 2 and start[0] in "вф" and start[1] not in "аеёиоуыэюяьъ" else "в"
