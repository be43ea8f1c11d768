"""While many changes wait, what an answer shows is looked at once more: nobody is shown who may not be found now."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace

from django.db import DatabaseError

from search.embedded import draining
from search.embedded.locking import HASTY, IndexBusy
from search.freshness import notes
from search.interface.result import Result
from search.registry import Registration

logger = logging.getLogger(__name__)

TRIES = 3  # how often the next ones take the place of those that left the page


def checked(registration: Registration, result: Result, again: Callable[[], Result | None]) -> Result:
    """The answer without those that must be gone; they leave the index first, and the query is asked again."""
    for _ in range(TRIES):
        noted = notes.among(registration.kind, [hit.id for hit in result.hits])
        if not noted:
            return result
        try:
            if not draining.forget_hidden(registration, noted, HASTY):
                return result
        except IndexBusy:
            return _without_hidden(registration, result, noted)
        except DatabaseError:
            return _without(result, set(noted))
        result = again() or result
    return _without_hidden(registration, result, notes.among(registration.kind, [hit.id for hit in result.hits]))


def _without_hidden(registration: Registration, result: Result, noted: Sequence[int]) -> Result:
    """Without those that may not be found; where tables are not migrated yet and nobody can tell, without all noted."""
    try:
        return _without(result, set(noted) - registration.still_found(noted))
    except DatabaseError:
        logger.exception("Who may be found cannot be asked")
        return _without(result, set(noted))


def _without(result: Result, hidden: set[int]) -> Result:
    kept = tuple(hit for hit in result.hits if hit.id not in hidden)
    return replace(result, hits=kept, total=result.total - (len(result.hits) - len(kept)))
