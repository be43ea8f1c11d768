"""What a file is compared with: reference tables, territories and the people of the bank, each loaded once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property, lru_cache

from cms.territories.models import Municipality, Organisation
from mentoring.bank.imports.values.lists import Listed, read_list
from mentoring.bank.imports.values.municipalities import MunicipalityIndex
from mentoring.bank.imports.values.organisations import OrganisationIndex
from mentoring.bank.imports.values.subjects import SUBJECT_FORMS, read_subjects
from mentoring.bank.imports.values.vocabulary import Vocabulary
from mentoring.reference.models import Audience, Direction, Subject
from mentoring.reference.synonyms import SYNONYM_GROUPS


class ReferenceTable:
    """A reference table found by what people write; values are primary keys."""

    def __init__(self, model: type[Subject] | type[Direction] | type[Audience]) -> None:
        rows = list(model._default_manager.values_list("pk", "code", "name"))
        self._keys = {code: pk for pk, code, _name in rows}
        self.names: dict[int, str] = {pk: name for pk, _code, name in rows}
        is_subject = model is Subject
        groups = (*SUBJECT_FORMS, *SYNONYM_GROUPS) if is_subject else SYNONYM_GROUPS
        self._vocabulary = Vocabulary({code: name for _pk, code, name in rows}, groups)
        self._read_texts = read_subjects if is_subject else read_list
        # A column repeats a few texts thousands of times.
        self.read = lru_cache(maxsize=5_000)(self._read)

    def _read(self, text: str) -> Listed[int]:
        return self._read_texts(text, self.match)

    def match(self, text: str) -> int | None:
        """The primary key of the entry that the text names."""
        code = self._vocabulary.match(text)
        return self._keys[code] if code else None


class Directory:
    """The region as an import sees it: one query a table, however long the file."""

    @cached_property
    def tables(self) -> dict[str, ReferenceTable]:
        """Reference tables by the mentor's relation that uses them."""
        return {
            "subjects": ReferenceTable(Subject),
            "directions": ReferenceTable(Direction),
            "audiences": ReferenceTable(Audience),
        }

    @cached_property
    def municipalities(self) -> dict[int, Municipality]:
        """All municipalities by primary key."""
        return {place.pk: place for place in Municipality.objects.all()}

    @cached_property
    def municipality_index(self) -> MunicipalityIndex:
        """Finds a municipality by its name or code."""
        return MunicipalityIndex(
            (place.pk, (place.name, place.short_name, place.code)) for place in self.municipalities.values()
        )

    @cached_property
    def organisation_names(self) -> dict[int, str]:
        """Short names of all organisations."""
        return {pk: name for rows in self._organisations.values() for pk, name, _full, _settlement in rows}

    @cached_property
    def _organisations(self) -> dict[int, list[tuple[int, str, str, str]]]:
        """Key, short name, full name and settlement of each, by municipality."""
        found: dict[int, list[tuple[int, str, str, str]]] = defaultdict(list)
        rows = Organisation.objects.values_list("municipality_id", "pk", "short_name", "full_name", "settlement")
        for municipality, pk, short, full, settlement in rows:
            found[municipality].append((pk, short, full, settlement))
        return found

    def has_organisations(self, municipality: int) -> bool:
        """Whether the municipality's list of organisations has begun."""
        return bool(self._organisations.get(municipality))

    def organisation_index(self, municipality: int) -> OrganisationIndex:
        """Finds an organisation of one municipality."""
        rows: Iterable[tuple[int, str, str, str]] = self._organisations.get(municipality, ())
        place = self.municipalities[municipality]
        return OrganisationIndex(
            ((pk, (short, full)) for pk, short, full, _settlement in rows),
            # A town gives its district its name, and people write the one for the other.
            {pk: f"{settlement} {place.name}" for pk, _short, _full, settlement in rows if settlement},
        )
