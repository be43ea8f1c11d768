"""What a process keeps follows the log: step by step where it can, all anew where it must."""

import threading

import pytest
from django.db import connection, transaction

from search.embedded import generations, refreshing, rows
from search.embedded.engine import EmbeddedEngine
from search.embedded.families import Family
from search.embedded.models import LogEntry
from search.embedded.snapshots import Snapshots
from search.embedded.state import State
from search.interface import Query
from tests.search.sample.kind import SCHEMA, document


def head() -> rows.Head:
    found = rows.head()
    assert found is not None
    return found


def told(state: State) -> tuple[object, ...]:
    """Everything that a state says."""
    facets = {name: {code: set(bitmap) for code, bitmap in codes.items()} for name, codes in state.facets.items()}
    shelves = {name: [(one.id, one.first, set(one.numbers)) for one in kept] for name, kept in state.shelves.items()}
    return set(state.everything), facets, shelves


def test_step_by_step_ends_where_reading_anew_does(engine: EmbeddedEngine) -> None:
    engine.put("teacher", [document(n, f"Иванов {n}", district=f"d{n % 3}", places=n % 4) for n in range(1, 200)])
    state = refreshing.load(SCHEMA, head())
    for step in range(20):
        engine.put("teacher", [document(step * 7 % 190 + 1, f"Петров {step}", district="d9", places=step)])
        engine.remove("teacher", [step * 3 + 1])
        assert state is not None
        state = refreshing.advance(SCHEMA, state, head(), alone=True)
        fresh = refreshing.load(SCHEMA, head())
        assert state is not None and fresh is not None
        assert told(state) == told(fresh)


def test_a_log_trimmed_past_a_process_makes_it_read_anew(engine: EmbeddedEngine) -> None:
    engine.put("teacher", [document(1, "Иванов")])
    assert engine.search("teacher", Query()).total == 1
    engine.put("teacher", [document(2, "Петров")])
    LogEntry.objects.exclude(sequence=head().sequence).delete()
    assert engine.search("teacher", Query()).total == 2


def test_a_sequence_number_given_out_twice_is_recognised(engine: EmbeddedEngine) -> None:
    engine.put("teacher", [document(1, "Иванов")])
    state = refreshing.load(SCHEMA, head())
    assert state is not None
    LogEntry.objects.filter(sequence=state.sequence).update(token=state.token + 1)
    engine.put("teacher", [document(2, "Петров")])
    assert refreshing.advance(SCHEMA, state, head(), alone=False) is None


def test_another_generation_makes_everything_be_read_anew(engine: EmbeddedEngine) -> None:
    engine.put("teacher", [document(1, "Иванов")])
    state = refreshing.load(SCHEMA, head())
    assert state is not None
    generations.announce(generations.living(SCHEMA))
    assert refreshing.advance(SCHEMA, state, head(), alone=False) is None


def test_the_log_is_trimmed_and_keeps_its_newest_entries(
    engine: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generations, "LOG_KEPT", 5)
    engine.put("teacher", [document(n, f"Иванов {n}") for n in range(1, 20)])
    newest = head().sequence
    generations.trim_log()
    kept = LogEntry.objects.exclude(family__in=generations.LASTING)
    assert kept.count() <= 5 and LogEntry.objects.filter(family=Family.CARD).count() == 19
    assert head().sequence == newest
    monkeypatch.setattr(generations, "CHANGES_KEPT", 3)
    generations.trim_log()
    assert LogEntry.objects.count() <= 3


def test_a_process_that_slept_through_a_trim_reads_everything_anew(
    engine: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.put("teacher", [document(1, "Иванов")])
    state = refreshing.load(SCHEMA, head())
    assert state is not None
    engine.put("teacher", [document(n, f"Петров {n}") for n in range(2, 20)])
    assert refreshing.advance(SCHEMA, state, head(), alone=False) is not None
    monkeypatch.setattr(generations, "LOG_KEPT", 5)
    generations.trim_log()
    assert rows.log_from(state.sequence, 1)[0].sequence == state.sequence, "its own entry outlasts what was trimmed"
    assert refreshing.advance(SCHEMA, state, head(), alone=False) is None


def test_what_a_transaction_has_not_committed_stays_with_its_thread(engine: EmbeddedEngine) -> None:
    engine.put("teacher", [document(1, "Иванов")])
    snapshots = Snapshots()
    with transaction.atomic():
        engine.put("teacher", [document(2, "Петров")])
        own = snapshots.current(SCHEMA, head())
        assert own is not None and len(own.everything) == 2
        assert connection.in_atomic_block
        seen: list[object] = []
        other = threading.Thread(target=lambda: seen.append(snapshots._shared.get("teacher")))
        other.start()
        other.join()
        assert seen == [None]


def test_the_vocabulary_follows_the_documents(engine: EmbeddedEngine) -> None:
    engine.put("teacher", [document(1, about="астрономия")])
    assert engine.search("teacher", Query("астраномия")).total == 1
    engine.put("teacher", [document(1, about="кулинария")])
    assert engine.search("teacher", Query("астраномия")).total == 0
    assert engine.search("teacher", Query("кулинарея")).total == 1


def test_a_search_that_needs_nothing_new_asks_the_database_once(
    engine: EmbeddedEngine, django_assert_num_queries: object
) -> None:
    engine.put("teacher", [document(n, f"Иванов {n}", district="d1") for n in range(1, 50)])
    query = Query("иванов", {"district": ("d1",)})
    engine.search("teacher", query)
    with django_assert_num_queries(1):  # type: ignore[operator]
        engine.search("teacher", query)
