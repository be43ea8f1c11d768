"""The page that a chain of copies began with."""

from __future__ import annotations

from uuid import UUID

from bestpractices.republication.models import Republication


def origin_id(page_id: UUID) -> UUID:
    """The id of the page of which this one is a copy, through all copies in between; its own id if it is none."""
    copies = Republication.objects.filter(page__translation_key=page_id)
    return copies.values_list("origin_id", flat=True).first() or page_id
