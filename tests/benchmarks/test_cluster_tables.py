"""What was measured on a server is said with its verdicts."""

from typing import Any

from benchmarks.cluster.figures import ratio
from benchmarks.cluster.tables import servers_report


def measured(raw: float = 0.002) -> dict[str, Any]:
    """One server, one query: the engine takes two milliseconds, Wagtail forty."""
    seconds = {"engine": [0.002, 0.009], "raw": [raw, 0.01], "Wagtail": [0.04, 0.05]}
    line = {"group": "text", "cold": seconds, "cached": seconds, "cpu": seconds}
    found = {"build": 2.0, "size": 5_000_000, "wagtail_build": 20.0, "queries": [line]}
    return {"size": 5_400, "documents": 5_000, "load": 0.5, "clusters": {"opensearch": found}}


def test_the_best_of_the_rounds_is_compared() -> None:
    assert ratio(measured()["clusters"]["opensearch"], "cold", "Wagtail", "engine") == 20


def test_a_server_has_a_section_of_its_own_with_verdicts() -> None:
    text = servers_report([measured()])
    assert "### OpenSearch, 5,400 mentors" in text
    assert "| engine against its bodies sent raw, cold | ≤ 1.15 × | 1.00 × | reached |" in text
    assert "| Wagtail's backend against the engine, cold | ≥ 9 × | 20.00 × | reached |" in text
    assert "1,000 bytes a document" in text


def test_a_figure_that_is_not_reached_is_named() -> None:
    assert "1.15 × | 2.00 × | **not reached**" in servers_report([measured(raw=0.001)])
