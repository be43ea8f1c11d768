"""The page that a chain of copies began with."""

from __future__ import annotations

from uuid import UUID

from bestpractices.republication.models import Republication

#: Longer chains of copies than this are not followed.
MOST_COPIES = 10


def origin_id(page_id: UUID) -> UUID:
    """The id of the page of which this one is a copy, through all copies in between; its own id if it is none."""
    found = page_id
    for _step in range(MOST_COPIES):
        source = Republication.objects.filter(page__translation_key=found).values_list("source_id", flat=True).first()
        if source is None:
            break
        found = source
    return found
