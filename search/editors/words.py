"""Texts and queries in the words that the database's own search compares: as they are written, then their stems."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.encoding import force_str
from modelsearch.query import MATCH_ALL, And, Boost, Fuzzy, Not, Or, Phrase, PlainText, SearchQuery

from search.language.sanitise import clean
from search.language.stems import stems
from search.language.stopwords import STOPWORDS
from search.language.tokens import words

#: Letters of one text that are looked at; a picture or a page has fewer.
LONGEST = 200_000


def index_text(value: Any) -> str:
    """A value of a search field: its normalised words in order, so that phrases work, and behind them their stems."""
    found = words(_plain(value)[:LONGEST])
    other = dict.fromkeys(stem for word in found for stem in stems(word))
    return " ".join([*found, *(stem for stem in other if stem not in set(found))])


def in_words(query: SearchQuery | str, operator: str = "and") -> SearchQuery:
    """Any query as one that finds all forms of its words; one that tells nothing finds everything."""
    if isinstance(query, str):
        return _any_form(query, operator)
    if isinstance(query, PlainText | Fuzzy):
        return _any_form(query.query_string, query.operator)
    if isinstance(query, Phrase):
        typed = words(clean(query.query_string))
        return Phrase(" ".join(typed)) if typed else MATCH_ALL
    if isinstance(query, And | Or):
        return type(query)([in_words(part, operator) for part in query.subqueries])
    if isinstance(query, Not):
        return Not(in_words(query.subquery, operator))
    if isinstance(query, Boost):
        return Boost(in_words(query.subquery, operator), query.boost)
    return query


def _any_form(text: str, operator: str) -> SearchQuery:
    typed = words(clean(text))
    telling = [word for word in typed if word not in STOPWORDS] or typed
    if not telling:
        return MATCH_ALL
    parts = [_word(word) for word in telling]
    if len(parts) == 1:
        return parts[0]
    return Or(parts) if operator.lower() == "or" else And(parts)


def _word(word: str) -> SearchQuery:
    """The word as typed, perhaps not to its end, or any of its stems."""
    spellings = list(dict.fromkeys((word, *stems(word))))
    return Or([PlainText(one) for one in spellings]) if len(spellings) > 1 else PlainText(word)


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, Iterable) and not isinstance(value, str):
        return " ".join(map(_plain, value))
    return "" if value is None else force_str(value)
