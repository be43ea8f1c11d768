"""What a reviewer read is what a verdict is about: a form carries the stamp of the revision that it was shown with."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from cms.actions import Refused


class AnotherRevision(Refused):
    """The text changed after it was read; ``seen_id`` and ``latest_id`` name the two revisions, None if unknown."""

    def __init__(self, seen_id: int | None, latest_id: int | None) -> None:
        super().__init__(
            _("Пока вы читали, текст изменился. Сравните редакции и решите заново: опубликуется прочитанное.")
        )
        self.seen_id = seen_id
        self.latest_id = latest_id


def stamp(revision: Any) -> str:
    """The revision's number and its last moment: autosave rewrites a revision under the same number."""
    return "" if revision is None else f"{revision.pk}.{int(revision.created_at.timestamp() * 1_000_000)}"


def stamped_id(seen: str) -> int | None:
    """The number of the revision that a stamp names; None for anything else."""
    number = str(seen).partition(".")[0]
    return int(number) if number.isdecimal() and len(number) < 19 else None


def require_seen(revision: Any, seen: str) -> None:
    """Raise ``AnotherRevision`` unless ``seen`` is the stamp of exactly this revision as it is now."""
    if not seen or seen != stamp(revision):
        raise AnotherRevision(stamped_id(seen), getattr(revision, "pk", None))
