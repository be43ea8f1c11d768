"""What the user decides about an import as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from cms.accounts.territory import EVERYWHERE, Territory
from mentoring.consents.enums import PublicField


@dataclass(frozen=True, slots=True)
class ConsentBasis:
    """The basis of publication: who holds the consents of the people in the file, since when, and to show what."""

    holder: str
    since: date
    #: The ninth column of the bank is a page and an address for letters, so a consent to the bank names both.
    fields: tuple[PublicField, ...] = (PublicField.PAGE, PublicField.EMAIL)


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """Choices and limits of one import; the defaults create no territory in a region that has any."""

    territory: Territory = EVERYWHERE
    municipality: int | None = None
    create_organisations: bool = False
    create_municipalities: bool = False
    #: Whether the first file of an empty region, or of a municipality without organisations, creates them.
    may_begin_lists: bool = True
    consent: ConsentBasis | None = None
    #: Without the right to publish, a file's changes of public entries wait in their drafts.
    may_publish: bool = True
    #: By row number: a mentor's key («the same person»), ``SEPARATE`` or ``SKIP``.
    decisions: Mapping[int, str] = field(default_factory=dict)

    #: A name in the district column that no list knows → ``OWN`` or ``OTHER``; None: not asked, all such rows are one's
    #: own, which is said.
    districts: Mapping[str, str] | None = None

    def deciding(self, decisions: Mapping[int, str]) -> ImportOptions:
        """The same options with more decisions about doubtful rows."""
        return replace(self, decisions={**self.decisions, **decisions})


SEPARATE = "separate"
SKIP = "skip"
OWN = "own"
OTHER = "other"
