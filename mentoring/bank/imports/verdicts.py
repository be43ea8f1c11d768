"""The verdict on a row, and everything that the user is shown beside it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.bank.imports.rows import ReadRow


class Verdict(models.TextChoices):
    """What an import does with a row."""

    NEW = "new", _("новый наставник")
    CHANGED = "changed", _("изменится")
    UNCHANGED = "unchanged", _("без изменений")
    DUPLICATE = "duplicate", _("нужно решение")
    DISTRICT = "district", _("чей это район?")
    REPEATED = "repeated", _("повтор строки")
    SKIPPED = "skipped", _("пропущен по решению")
    FOREIGN = "foreign", _("чужой муниципалитет")
    BUSY = "busy", _("закрыт для изменений")
    ERROR = "error", _("ошибка")
    STOPPED = "stopped", _("загрузку остановили раньше")


#: Verdicts whose rows are written.
TAKEN = frozenset({Verdict.NEW, Verdict.CHANGED})
#: Verdicts whose rows wait for an answer of the person who imports.
ASKED = frozenset({Verdict.DUPLICATE, Verdict.DISTRICT})
#: Verdicts whose rows go into the file for mending.
TO_MEND = frozenset(
    {Verdict.ERROR, Verdict.DUPLICATE, Verdict.DISTRICT, Verdict.FOREIGN, Verdict.BUSY, Verdict.STOPPED}
)


@dataclass(frozen=True, slots=True)
class Change:
    """A field of an entry that the row changes, in the words of the interface."""

    label: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.label}: {self.before or '–'} → {self.after or '–'}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the mentor works; without a key the municipality or organisation is created under its name."""

    municipality: int | None
    municipality_name: str
    organisation: int | None
    organisation_name: str

    @property
    def key(self) -> tuple[object, object]:
        """Equal for equal places, existing or still to be created."""
        return (
            self.municipality if self.municipality is not None else self.municipality_name,
            self.organisation if self.organisation is not None else self.organisation_name,
        )


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that may be the same person, with the words by which the user tells."""

    mentor: int | None
    label: str
    #: False where the user's rights end: the entry can be seen as a name, never changed.
    may_change: bool = True


@dataclass(frozen=True, slots=True)
class Judged:
    """A row with its verdict."""

    row: ReadRow
    verdict: Verdict
    reasons: tuple[str, ...] = ()
    place: Place | None = None
    mentor: int | None = None
    changes: tuple[Change, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    #: The name in the district column whose municipality is a question.
    district: str = ""
