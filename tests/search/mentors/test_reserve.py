"""A search server that does not answer costs the visitor a quiet line, nothing else."""

from collections.abc import Callable

import pytest

from search.elastic.clients import ElasticsearchServer
from search.elastic.engine import ServerEngine
from search.elastic.place import Place
from search.faceted import page
from tests.search.mentors.conftest import Region
from tests.search.mentors.reading import Shown
from tests.servers import free_port

Look = Callable[..., Shown]


@pytest.fixture
def without_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page asks an engine whose server is not there."""
    server = ElasticsearchServer([f"http://127.0.0.1:{free_port()}"])
    engine = ServerEngine(server, Place("test-reserve", 1, 0), inside_transactions=True)
    monkeypatch.setattr(page, "get_engine", lambda: engine)


@pytest.mark.usefixtures("without_server")
def test_the_page_is_whole_and_says_in_one_line_that_it_may_be_slower(region: Region, look: Look) -> None:
    region.mentor("Серова")
    region.mentor("Ким", "lipovets-1", "physics")
    shown = look("q=серова")
    (line,) = shown.soup.select(".search-reserve")
    assert line["role"] == "status" and "результаты полные" in line.text
    assert shown.total == 1 and shown.boxes["district", "klyuchi"].count == 1
    assert look("q=серова", **{"HX-Request": "true"}).soup.select("#search-words .search-reserve")


def test_with_its_usual_engine_the_page_says_nothing_of_it(region: Region, look: Look) -> None:
    region.mentor("Серова")
    assert not look("q=серова").soup.select(".search-reserve")
