"""A plain list of mentors as structured data (schema.org ItemList): addresses alone, their pages say the rest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cms.appearance.pieces import MentorCard


def item_list(cards: Iterable[MentorCard], total: int, root: str) -> dict[str, Any]:
    """A dictionary for ``application/ld+json``; ``root`` is the site's address without a slash at its end."""
    return {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "numberOfItems": total,
        "itemListElement": [
            {"@type": "ListItem", "position": position, "url": f"{root}{card.url}"}
            for position, card in enumerate(cards, start=1)
        ],
    }
