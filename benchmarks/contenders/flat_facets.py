"""The facets of the flat tables: which field holds each, and how its values are written in an address."""

from collections.abc import Mapping
from functools import cached_property

from benchmarks.models import Choice, Entry
from cms.territories.models import Municipality, Organisation
from mentoring.reference.models import Audience, Direction, Subject

#: Facet of the search → field of the flat table.
FIELDS: Mapping[str, str] = {
    "district": "district",
    "organisation": "organisation",
    "subject": "subjects",
    "category": "category",
    "direction": "directions",
    "experience": "experience",
    "audience": "audiences",
    "form": "forms",
    "meeting": "meetings",
    "places": "has_place",
}
#: Facets of which an entry has several values.
MANY = frozenset({"subject", "direction", "audience", "form", "meeting"})


class Codes:
    """Codes by key and keys by code, read once: what any site would keep."""

    @cached_property
    def by_key(self) -> Mapping[str, Mapping[object, str]]:
        tables = {
            "district": Municipality,
            "organisation": Organisation,
            "subject": Subject,
            "direction": Direction,
            "audience": Audience,
        }
        codes: dict[str, Mapping[object, str]] = {
            facet: dict(model._default_manager.values_list("pk", "code")) for facet, model in tables.items()
        }
        for facet in ("form", "meeting"):
            codes[facet] = dict(Choice.objects.filter(facet=FIELDS[facet]).values_list("pk", "code"))
        codes["places"] = {True: "free"}
        for facet in ("category", "experience"):
            field = FIELDS[facet]
            codes[facet] = {value: value for value in Entry.objects.values_list(field, flat=True).distinct() if value}
        return codes

    @cached_property
    def by_code(self) -> Mapping[str, Mapping[str, object]]:
        return {facet: {code: key for key, code in codes.items()} for facet, codes in self.by_key.items()}

    def keys(self, facet: str, codes: tuple[str, ...]) -> list[object]:
        """The keys of those codes that exist."""
        known = self.by_code[facet]
        return [known[code] for code in codes if code in known]

    def counts(self, facet: str, found: Mapping[object, int]) -> dict[str, int]:
        """Counts by key as counts by code."""
        known = self.by_key[facet]
        return {known[key]: number for key, number in found.items() if key in known}
