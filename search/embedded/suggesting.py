"""What is offered while somebody types: texts of the declared groups first, then names."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice

from pyroaring import BitMap

from search.embedded import facets, ordering, rows
from search.embedded.answering import find_text, typed_match
from search.embedded.refreshing import suggestions
from search.embedded.state import KeptSuggestion, State
from search.interface.query import Query
from search.interface.result import Suggestion
from search.interface.schema import Schema
from search.language import schools
from search.language.layout import swapped
from search.language.stems import stems
from search.language.tokens import words

MOST_NAMES = 4
MOST_COUNTED = 24  # texts whose documents are counted, to find enough that have any
CONSIDERED = 20  # documents among which different names are looked for


def suggest(state: State, schema: Schema, query: Query, limit: int) -> tuple[Suggestion, ...]:
    """At most `limit` texts that the beginning in a query, or the same keys in the other layout, leads to.

    Each comes with the total of a search for it under the filters of the query; what finds nothing is left out.
    """
    text = query.text
    for reading in (text, " ".join((swapped(chunk) or [chunk])[0] for chunk in text.split(" "))):
        typed = words(reading)
        if not typed:
            continue
        offered = [*_texts(state, typed), *_names(state, schema, replace(query, text=reading))]
        counted = (Suggestion(group, one, _total(state, schema, query, one)) for group, one in offered[:MOST_COUNTED])
        if found := tuple(islice((one for one in counted if one.total), limit)):
            return found
    return ()


def _texts(state: State, typed: Sequence[str]) -> list[tuple[str, str]]:
    typed = schools.canonical(typed)
    best: dict[KeptSuggestion, int] = {}
    earlier = [set(stems(word)) for word in typed[:-1]]
    for place, one in suggestions(state).beginning(typed[-1]):
        own = [set(stems(word)) for word in one.words]
        if one.total and all(any(wanted & word for word in own) for wanted in earlier):
            best[one] = min(place, best.get(one, place))
    # What begins with the typed letters before what only holds them.
    ranked = sorted(best.items(), key=lambda item: (item[1] > 0, -item[0].total, item[0].text))
    return [(one.group, one.text) for one, _ in ranked]


def _names(state: State, schema: Schema, query: Query) -> list[tuple[str, str]]:
    match = typed_match(state, schema, query) if schema.suggested_name else None
    hits = facets.narrowed(state, match.named(), query.filters).hits() if match else BitMap()
    if not match or not hits:
        return []
    groups = match.ranked(hits, len(state.everything))
    numbers = [number for number, _ in ordering.page(state, groups, schema.default_sort, 0, CONSIDERED)]
    state.reads += 1
    by_number: Mapping[int, Mapping[str, object]] = {
        number: json.loads(card) for number, _, card in rows.cards(state.generation, numbers)
    }
    names = dict.fromkeys(by_number.get(number, {}).get(schema.suggested_name) for number in numbers)
    return [("name", str(name)) for name in names if name][:MOST_NAMES]


def _total(state: State, schema: Schema, query: Query, text: str) -> int:
    """What a search for this text in place of the typed one finds."""
    found = find_text(state, schema, replace(query, text=text))
    return len(facets.narrowed(state, found.hits, found.applied(query).filters).hits())
