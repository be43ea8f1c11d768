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
    texts = matching.postings(state, wanted)
    people = [matching.word_tiers(texts, word).names for word in wanted]
    hits = BitMap.intersection(*people) if len(people) > 1 else people[0]
    if not hits:
        return []
    numbers = [number for number, _ in ordering.page(state, [(0, hits)], schema.default_sort, 0, MOST_NAMES)]
    state.reads += 1
    by_number = {number: json.loads(card) for number, _, card in rows.cards(state.generation, numbers)}
    names: dict[str, int] = {}
    for number in numbers:
        if name := by_number.get(number, {}).get(schema.suggested_name):
            names[name] = names.get(name, 0) + 1
    return [Suggestion("name", name, total) for name, total in names.items()]
