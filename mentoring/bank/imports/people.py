"""Who of the bank a row may be about: the same number, the same person in the same place, or a namesake."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from cms.personal_names.reading import NameReading
from mentoring.bank.imports.rows import ReadRow
from mentoring.bank.imports.values.words import plain
from mentoring.bank.models import Mentor


@dataclass(frozen=True, slots=True)
class Known:
    """An entry of the bank as far as recognising a person needs it."""

    pk: int
    full_name: tuple[str, str, str]
    organisation: int
    municipality: int
    email: str

    def label(self, organisation: str, municipality: str) -> str:
        """The words by which a user tells one person from another."""
        return f"{' '.join(filter(None, self.full_name))}, {organisation}, {municipality}"


def name_key(last: str, first: str, patronymic: str) -> tuple[str, str, str]:
    """A full name in the form in which names are compared: ё and е, capitals and spaces make no difference."""
    return plain(last), plain(first), plain(patronymic)


class People:
    """All entries of the bank, found by number, name, or address with first name."""

    def __init__(self) -> None:
        self._by_guid: dict[str, Known] = {}
        self._by_name: dict[tuple[str, str], list[Known]] = defaultdict(list)
        self._by_email: dict[tuple[str, str], list[Known]] = defaultdict(list)
        fields = ("pk", "guid", "last_name", "first_name", "patronymic", "organisation_id", "email")
        for pk, guid, last, first, patronymic, organisation, email, municipality in Mentor.objects.values_list(
            *fields, "organisation__municipality_id"
        ).iterator():
            known = Known(pk, (last, first, patronymic), organisation, municipality, email)
            self._by_guid[str(guid)] = known
            self._by_name[plain(last), plain(first)].append(known)
            if email:
                self._by_email[email.lower(), plain(first)].append(known)

    def with_guid(self, row: ReadRow) -> Known | None:
        """The entry whose number the row carries."""
        return self._by_guid.get(row.values.get("guid", ""))

    def alike(self, row: ReadRow) -> list[Known]:
        """Entries that may be the row's person: the same name (a missing patronymic agrees with any), or address."""
        name = row.name
        found = [
            known
            for known in self._by_name.get((plain(name.last), plain(name.first)), ())
            if _patronymics_agree(known, name)
        ]
        by_email = self._by_email.get((str(row.values.get("email", "")).lower(), plain(name.first)), ())
        return found + [known for known in by_email if known not in found]


def _patronymics_agree(known: Known, name: NameReading) -> bool:
    one, other = plain(known.full_name[2]), plain(name.patronymic)
    return one == other or not one or not other


def is_same_name(known: Known, name: NameReading) -> bool:
    """Whether the full names are one, patronymic and all."""
    return name_key(*known.full_name) == name_key(name.last, name.first, name.patronymic)
