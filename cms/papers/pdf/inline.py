"""Words as reportlab's markup: everything that people typed is escaped, addresses are gathered for the end."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from cms.papers.text import printable_lines
from cms.papers.words import Link, Strong, Words, is_address, pieces


class Inline:
    """Sets words of one document; ``links`` are the addresses in the order of their numbers."""

    def __init__(self) -> None:
        self.links: list[str] = []

    def markup(self, words: Words) -> str:
        """The words with their strength, links and line breaks."""
        return "".join(self._piece(piece) for piece in pieces(words))

    def _piece(self, piece: str | Strong | Link) -> str:
        if isinstance(piece, str):
            return printable(piece)
        if isinstance(piece, Strong):
            return f"<b>{printable(piece.text)}</b>"
        if not is_address(piece.url):
            return printable(piece.text)
        if piece.url not in self.links:
            self.links.append(piece.url)
        number = self.links.index(piece.url) + 1
        return f"<a href={quoteattr(piece.url)}>{printable(piece.text)}</a><super size=7 rise=3>{number}</super>"


def printable(text: str) -> str:
    """The text escaped, without control characters; a new line stays one."""
    return "<br/>".join(escape(line) for line in printable_lines(text))
