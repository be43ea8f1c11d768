"""Travelling pages for tests."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from bestpractices.republication.documents import Document, Hop, Section, Source, TextBlock

SOURCE = UUID("5b6f7c9e-3a55-4a51-8a52-0d1c7f3a9b10")


def section(key: str, words: str = "Два учителя ходят друг к другу на уроки.") -> Section:
    """A section of one paragraph."""
    return Section(key=key, title=key.capitalize(), blocks=(TextBlock(html=f"<p>{words}</p>"),))


def document(*sections: Section, **changes: Any) -> Document:
    """A practice that one school wrote and one municipality published."""
    fields: dict[str, Any] = {
        "kind": "practice",
        "source": Source(id=SOURCE, url="https://klyuchi.example/praktiki/vopros/"),
        "title": "Один вопрос к уроку",
        "published_on": date(2026, 10, 12),
        "sections": sections or (section("aim"), section("steps")),
    }
    made = Document(**{**fields, **changes})
    hop = Hop(level="organisation", holder="Ракитинская школа", on=date(2026, 10, 1), sha256=made.sha256)
    return made.model_copy(update={"hops": (hop,)}) if "hops" not in changes else made
