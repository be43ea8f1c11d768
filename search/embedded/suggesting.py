"""What is offered while somebody types: texts of the declared groups first, then names."""

import json
from collections.abc import Sequence

from pyroaring import BitMap

from search.embedded import matching, ordering, rows
from search.embedded.refreshing import suggestions, vocabulary
from search.embedded.state import KeptSuggestion, State
from search.interface.result import Suggestion
from search.interface.schema import Schema
from search.language.layout import swapped
from search.language.names import name_keys
from search.language.reading import Word, beginning
from search.language.sanitise import clean
from search.language.stems import stems
from search.language.tokens import words

MOST_NAMES = 4
CONSIDERED = 20  # documents among which different names are looked for


def suggest(state: State, schema: Schema, prefix: str, limit: int) -> tuple[Suggestion, ...]:
    """At most `limit` texts that this beginning, or the same keys in the other layout, leads to."""
    text = clean(prefix)
    for reading in (text, " ".join((swapped(chunk) or [chunk])[0] for chunk in text.split(" "))):
        typed = words(reading)
        if typed and (found := _texts(state, typed) + _names(state, schema, typed)):
            return tuple(found[:limit])
    return ()


def _texts(state: State, typed: Sequence[str]) -> list[Suggestion]:
    best: dict[KeptSuggestion, int] = {}
    earlier = [set(stems(word)) for word in typed[:-1]]
    for place, one in suggestions(state).beginning(typed[-1]):
        own = [set(stems(word)) for word in one.words]
        if one.total and all(any(wanted & word for word in own) for wanted in earlier):
            best[one] = min(place, best.get(one, place))
    # What begins with the typed letters before what only holds them.
    ranked = sorted(best.items(), key=lambda item: (item[1] > 0, -item[0].total, item[0].text))
    return [Suggestion(one.group, one.text, one.total) for one, _ in ranked]


def _names(state: State, schema: Schema, typed: Sequence[str]) -> list[Suggestion]:
    if not schema.suggested_name or len(typed[-1]) < 2:
        return []
    completed = beginning(typed[-1], vocabulary(state).completions(typed[-1], limit=30))
    wanted = [*(Word(word, (), name_keys(word)) for word in typed[:-1]), Word(typed[-1], (), completed.names)]
    hits = _people(state, wanted)
    if not hits:
        return []
    numbers = [number for number, _ in ordering.page(state, [(0, hits)], schema.default_sort, 0, CONSIDERED)]
    state.reads += 1
    by_number = {number: json.loads(card) for number, _, card in rows.cards(state.generation, numbers)}
    names = dict.fromkeys(by_number.get(number, {}).get(schema.suggested_name) for number in numbers)
    shown = [str(name) for name in names if name][:MOST_NAMES]
    return [Suggestion("name", name, len(_people(state, _named(name)))) for name in shown]


def _named(name: str) -> list[Word]:
    return [Word(word, (), name_keys(word)) for word in words(name)]


def _people(state: State, wanted: Sequence[Word]) -> BitMap:
    """Documents whose name has all these words."""
    texts = matching.postings(state, wanted)
    found = [matching.word_tiers(texts, word).names for word in wanted]
    return BitMap.intersection(*found) if len(found) > 1 else found[0] if found else BitMap()
