"""Verdicts and tables say what was measured."""

from typing import Any

import pytest

from benchmarks.figures import figures, percentile, ratios
from benchmarks.tables import report


def measured(size: int = 5_400, *, memory: float = 0.001, wagtail: float = 0.1) -> dict[str, Any]:
    """A measurement in which the embedded engine takes one millisecond for each of two queries."""
    filtered = {
        "embedded": [0.001, 0.001, 0.003],
        "embedded, first time": [0.002],
        "memory": [memory],
        "Wagtail": [wagtail],
        "django-filter": [0.2],
    }
    words = {"embedded": [0.001], "embedded, first time": [0.002], "memory": [memory], "Wagtail": [2.0]}
    return {
        "size": size,
        "documents": size - 10,
        "rebuild": 2.0,
        "rewrite": 0.002,
        "memory": {"dictionary": 2**24, "snapshot": 2**22, "answered": 2**23},
        "disagreements": [],
        "contenders": {},
        "queries": [
            {"group": "one filter", "text": "", "seconds": filtered, "stopped": []},
            {"group": "text", "text": "физика", "seconds": words, "stopped": ["Wagtail"]},
        ],
        "pages": {"ours": 0.002, "stock": 0.012, "ratio": 6.0, "least": 5.5, "ours_size": 60_000, "stock_size": 55_000},
    }


def test_ratios_compare_only_what_both_answered() -> None:
    assert ratios(measured(), "Wagtail") == pytest.approx([100, 2000])
    assert ratios(measured(), "django-filter") == pytest.approx([200])


def test_everything_is_reached_where_all_bounds_are_kept() -> None:
    assert all(figure.reached for figure in figures(measured()))


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"memory": 0.0004}, "embedded against bitmaps in memory, median"),
        ({"wagtail": 0.02}, "Wagtail against embedded, least gain of any query"),
    ],
)
def test_one_bound_that_is_not_kept_is_named(given: dict[str, float], words: str) -> None:
    assert [figure.words for figure in figures(measured(**given)) if not figure.reached] == [words]


def test_a_larger_bank_has_stricter_bounds() -> None:
    small, large = ({one.words: one.bound for one in figures(measured(size))} for size in (5_400, 100_000))
    assert small["embedded against bitmaps in memory, median"] == "≤ 2 ×"
    assert large["embedded against bitmaps in memory, median"] == "≤ 1.5 ×"
    assert "memory that the index adds to a process" in large.keys() - small.keys()


def test_the_report_says_who_was_stopped_and_who_did_not_answer() -> None:
    lines = report([measured()]).split("\n")
    row = next(line for line in lines if line.startswith("| text (1)"))
    assert "> 2,000 ×" in row
    assert row.endswith("| – |")


def test_the_report_names_disagreements() -> None:
    wrong = {**measured(), "disagreements": ["memory: total 3, not 4"]}
    assert "memory: total 3, not 4" in report([wrong])


def test_percentile() -> None:
    assert percentile(list(range(100)), 95) == 95
    assert percentile([7.0], 95) == 7.0
