"""The texts of a row by field: lists joined, addresses under words brought up."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mentoring.bank.imports.columns import JOINED, Field
from mentoring.bank.imports.files.tables import Row

#: Fields whose values are addresses; in a portfolio the words beside an address are its title.
_ADDRESSES = frozenset({Field.CONTACTS, Field.CASE_URL})
_LOOKS_LIKE_ADDRESS = re.compile(r"@|://|\bwww\.|\w\.\w{2,}")


def texts_of(row: Row, fields: Mapping[int, Field]) -> dict[Field, str]:
    """What the row says of each field; cells beyond the row's end are blank."""
    found: dict[Field, list[str]] = {}
    links = dict(row.links)
    for index, field in fields.items():
        text = row.cells[index] if index < len(row.cells) else ""
        found.setdefault(field, []).append(_with_link(text, links.get(index, ""), field))
    return {field: _joined(field, parts) for field, parts in found.items()}


def _joined(field: Field, parts: list[str]) -> str:
    if field not in JOINED:
        return parts[-1]
    return "\n".join(part for part in parts if part.strip())


def _with_link(text: str, link: str, field: Field) -> str:
    """The address under a word counts; a cell that shows an address means what it shows."""
    if not link or field not in {*_ADDRESSES, Field.PORTFOLIO}:
        return text
    address = (
        re.sub(r"^mailto:", "", link, flags=re.IGNORECASE).partition("?")[0] if "mailto:" in link.lower() else link
    )
    if field == Field.PORTFOLIO and address not in text:
        return f"{text.strip()} {address}".strip()
    return text if _LOOKS_LIKE_ADDRESS.search(text) else address
