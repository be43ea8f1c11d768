"""One thing as the index sees it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Document:
    """Everything that a search can find or show of one object.

    `id` is the primary key of the object. `facets` holds the codes by facet, `texts` plain text by field, `keys`
    the values of the sort keys, `card` JSON that comes back with the hit as it is. `suggestions` are pairs
    (group, text) offered while typing: ("subject", "Биология"). After the day `valid_until` the document is
    computed again, because time alone changes it (a consent runs out).
    """

    id: int
    facets: Mapping[str, tuple[str, ...]]
    texts: Mapping[str, str]
    keys: Mapping[str, int | str]
    card: Mapping[str, Any] = field(default_factory=dict)
    suggestions: tuple[tuple[str, str], ...] = ()
    valid_until: date | None = None

    def content_hash(self) -> str:
        """Thirty-two hex digits, equal only for documents of equal content."""
        content = {
            "facets": {name: sorted(set(codes)) for name, codes in self.facets.items() if codes},
            "texts": {name: text for name, text in self.texts.items() if text},
            "keys": dict(self.keys),
            "card": self.card,
            "suggestions": sorted(set(self.suggestions)),
            "valid_until": self.valid_until.isoformat() if self.valid_until else None,
        }
        text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
        return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
