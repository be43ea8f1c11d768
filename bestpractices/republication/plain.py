"""The cleaned markup of a copy as the parts of a paper."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import BeautifulSoup, NavigableString, PageElement, Tag

from cms.papers.words import Bullets, Heading, Link, Numbered, Paragraph, Part, Strong, Words

HEADINGS = {"h3", "h4"}
STRONG = {"b", "strong"}
LISTS = {"ul", "ol"}


def text_parts(html: str) -> Iterator[Part]:
    """Headings, paragraphs and lists in their order; what is empty is left out."""
    for piece in BeautifulSoup(html, "html.parser").children:
        if not isinstance(piece, Tag):
            yield from _paragraph(str(piece).strip())
        elif piece.name in HEADINGS:
            yield Heading(piece.get_text(" ", strip=True), 3)
        elif piece.name in LISTS:
            yield from _list(piece)
        else:
            yield from _paragraph(_words(piece))


def words_of(html: str) -> Words:
    """A short text in one run of words, an empty line between its paragraphs."""
    soup = BeautifulSoup(html, "html.parser")
    return "\n\n".join(filter(None, (piece.get_text(" ", strip=True) for piece in soup.children)))


def _paragraph(words: Words) -> Iterator[Part]:
    if words:
        yield Paragraph(words)


def _list(tag: Tag) -> Iterator[Part]:
    items = [words for item in tag.find_all("li", recursive=False) if (words := _words(item))]
    if tag.name == "ol":
        yield from (Numbered(f"{number}.", words) for number, words in enumerate(items, 1))
    elif items:
        yield Bullets(items)


def _words(tag: Tag) -> list[str | Strong | Link]:
    return [piece for child in tag.children for piece in _pieces(child)]


def _pieces(element: PageElement) -> Iterator[str | Strong | Link]:
    if isinstance(element, NavigableString):
        if text := " ".join(str(element).split()):
            yield f"{' ' if str(element)[0].isspace() else ''}{text}{' ' if str(element)[-1].isspace() else ''}"
    elif isinstance(element, Tag):
        text = element.get_text(" ", strip=True)
        if element.name == "a" and text:
            yield Link(text, str(element.get("href", "")))
        elif element.name in STRONG and text:
            yield Strong(text)
        elif element.name == "br":
            yield " "
        else:
            yield from (piece for child in element.children for piece in _pieces(child))
