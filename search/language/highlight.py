"""Marks the words that a query found, in any plain text, by the analysis that found them."""

from collections.abc import Mapping
from functools import lru_cache
from html import escape
from typing import NamedTuple

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from search.interface.result import Matched
from search.language import schools
from search.language.names import name_keys
from search.language.stems import stems
from search.language.stopwords import STOPWORDS
from search.language.tokens import spans


class Segment(NamedTuple):
    """A piece of the text, and whether it is a match; the pieces joined are the text."""

    text: str
    hit: bool


@lru_cache(maxsize=8192)  # a page of cards has the same words again and again
def _is_match(word: str, matched: Matched) -> bool:
    # The «и» of a synonym is everywhere and tells nothing.
    if word in STOPWORDS:
        return False
    return not (matched.stems.isdisjoint(stems(word)) and matched.names.isdisjoint(name_keys(word)))


@lru_cache(maxsize=1024)
def _named(words: tuple[str, ...], matched: Matched) -> Mapping[int, int]:
    """The places of words that name a school found by its kind and number, each with the place where it begins."""
    if not any("№" in stem for stem in matched.stems):
        return {}
    found = (one for one in schools.mentions(words) if one.term in matched.stems)
    return {place: one.start for one in found for place in range(one.start, one.end)}


def segments(text: str, matched: Matched) -> list[Segment]:
    """The text cut at the borders of the matched words."""
    found = list(spans(text))
    named = _named(tuple(word for _, _, word in found), matched)
    pieces: list[Segment] = []
    done = 0
    for place, (start, end, word) in enumerate(found):
        if place not in named and not _is_match(word, matched):
            continue
        if named.get(place, place) < place:
            start = done  # «Школа № 3» is one match
            pieces[-1] = Segment(pieces[-1].text + text[start:end], True)
            done = end
            continue
        if start > done:
            pieces.append(Segment(text[done:start], False))
        pieces.append(Segment(text[start:end], True))
        done = end
    if done < len(text):
        pieces.append(Segment(text[done:], False))
    return pieces


def mark(text: str, matched: Matched) -> SafeString:
    """The text as safe HTML, its matches in <mark>."""
    if not matched.stems and not matched.names:
        return conditional_escape(text)
    # Every piece is escaped on its own; only the tags around it are ours.
    pieces = segments(text, matched)
    if not any(piece.hit for piece in pieces):
        return conditional_escape(text)
    return mark_safe("".join(f"<mark>{escape(piece)}</mark>" if hit else escape(piece) for piece, hit in pieces))
