"""For random banks and queries every total, count, page and order equals a count by hand."""

from dataclasses import replace
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.embedded.engine import EmbeddedEngine
from search.interface import Document, Engine, Query
from tests.search.contract.reference import Bank
from tests.search.sample.kind import SCHEMA, document

NAMES = ["Иванова Анна", "Иванов Пётр", "Сёмина Ольга", "Петров Лев", "Ёлкина Вера", "Белых Анна", "Иванова Вера"]
SUBJECTS = ["Математика", "Физика", "Химия", "Начальные классы"]
DISTRICTS = ["d1", "d2", "d3"]
WORDS = ["олимпиада", "олимпиады", "кружок", "физики", "химией", "урок", "уроки", "молодой", "классов", "анна"]
QUERIES = [*WORDS, "математика", "иванов", "ивановой", "начальный класс", "наставник", "Вера", "петров"]
BEGINNINGS = ["", "мат", "ива", "ур", "пе", "олимп", "клас"]


def documents() -> st.SearchStrategy[list[Document]]:
    """Banks of up to thirty documents, with other words, names and places in each."""
    one = st.builds(
        lambda name, about, district, subjects, places, scope: {
            "name": name,
            "about": " ".join(about),
            "district": district,
            "subjects": sorted(subjects),
            "places": places,
            "scope": scope,
        },
        st.sampled_from(NAMES),
        st.lists(st.sampled_from(WORDS), max_size=4),
        st.sampled_from([*DISTRICTS, ""]),
        st.sets(st.sampled_from(SUBJECTS), max_size=2),
        st.integers(0, 3),
        st.sampled_from(["", "own"]),
    )
    return st.lists(one, max_size=30).map(
        lambda found: [document(1 + 7 * place, **values) for place, values in enumerate(found)]
    )


def queries() -> st.SearchStrategy[Query]:
    """Queries with any mixture of text, filters (some of them unknown), orders and pages."""
    filters = st.fixed_dictionaries(
        {},
        optional={
            "district": st.lists(st.sampled_from([*DISTRICTS, "nowhere"]), max_size=3),
            "subject": st.lists(st.sampled_from(SUBJECTS), max_size=2),
            "places": st.just(["free"]),
            "scope": st.just(["own"]),
            "undeclared": st.just(["code"]),
        },
    )
    return st.builds(
        lambda words, begun, literal, chosen, sort, page, size: Query(
            " ".join([*words, begun]), chosen, literal=literal, sort=sort, page=page, page_size=size
        ),
        st.lists(st.sampled_from(QUERIES), max_size=3),
        st.sampled_from(BEGINNINGS),
        st.booleans(),
        filters,
        st.sampled_from(["relevance", "best", "name", "name_back", "places"]),
        st.integers(1, 3),
        st.integers(1, 8),
    )


class Rollback(Exception):
    """Ends one example."""


def agree(engine: Engine, bank: Bank, query: Query) -> None:
    """The engine says what the reference says."""
    result = engine.search(SCHEMA.kind, query)
    expected = bank.expect(query, result.told.left_out)
    if result.correction is not None:  # what was searched is another text: only where this one finds nothing
        assert not query.literal
        assert bank.expect(replace(query, filters={})).total == 0
        return
    if result.told.left_out:  # only where all words together find nobody
        assert not query.literal
        assert bank.expect(replace(query, filters={})).total == 0
    start = (result.page - 1) * query.page_size
    assert result.total == expected.total
    assert [hit.id for hit in result.hits] == expected.ids[start : start + query.page_size]
    assert {name: dict(counts) for name, counts in result.facets.items()} == expected.facets
    relaxed = {one.condition: one.total for one in engine.relaxations(SCHEMA.kind, query)}
    assert relaxed == {name: total for name in relaxed if (total := bank.without(query, name, result.told.left_out))}


@pytest.mark.parametrize("changes", [False, True], ids=["written once", "changed since"])
@pytest.mark.parametrize("scale", [1, pytest.param(6, marks=pytest.mark.slow)])
@pytest.mark.timeout(900)
def test_totals_counts_and_order_equal_a_count_by_hand(contracted: Engine, changes: bool, scale: int) -> None:
    examples = scale * (60 if type(contracted) is EmbeddedEngine else 12)  # a server makes an index for each

    @settings(max_examples=examples, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(documents(), documents() if changes else st.just([]), st.lists(queries(), min_size=4, max_size=8))
    def examine(first: list[Document], second: list[Document], asked: list[Query]) -> None:
        try:
            with transaction.atomic():
                contracted.put(SCHEMA.kind, first)
                kept: dict[int, Any] = {one.id: one for one in first}
                if changes:
                    # Some are removed, some replaced, some new: the index must not remember what was.
                    removed = [one.id for one in first[::3]]
                    contracted.search(SCHEMA.kind, asked[0])
                    contracted.remove(SCHEMA.kind, removed)
                    contracted.put(SCHEMA.kind, second[1:])
                    kept = {one.id: one for one in first if one.id not in removed}
                    kept |= {one.id: one for one in second[1:]}
                bank = Bank(SCHEMA, list(kept.values()))
                for query in asked:
                    agree(contracted, bank, query)
                raise Rollback
        except Rollback:
            pass

    examine()


def test_choosing_a_value_gives_as_many_hits_as_was_counted(contracted: Engine) -> None:
    names = [NAMES[place % len(NAMES)] for place in range(60)]
    contracted.put(
        SCHEMA.kind,
        [
            document(place, name, district=DISTRICTS[place % 3], subjects=[SUBJECTS[place % 4]], places=place % 2)
            for place, name in enumerate(names, start=1)
        ],
    )
    counted = contracted.search(SCHEMA.kind, Query("", {"district": ("d1", "d2")})).facets
    for subject, total in counted["subject"].items():
        chosen = Query("", {"district": ("d1", "d2"), "subject": (subject,)})
        assert contracted.search(SCHEMA.kind, chosen).total == total
    for district, total in counted["district"].items():
        assert contracted.search(SCHEMA.kind, Query("", {"district": (district,)})).total == total
