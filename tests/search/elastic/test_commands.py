"""`deliver_search`, `rebuild_search` and `search_status` where a search server is set."""

from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from search.elastic.clients import ElasticsearchServer, Server
from search.elastic.engine import ServerEngine
from search.elastic.place import Place
from search.embedded.engine import EmbeddedEngine
from search.interface import Query
from tests.search.sample.models import Consent, School, Teacher
from tests.servers import free_port

ASKING = ("delivery", "management.commands.rebuild_search", "management.commands.search_status")


@pytest.fixture
def used(monkeypatch: pytest.MonkeyPatch) -> Callable[[ServerEngine], None]:
    """Has the commands use this engine."""

    def use(engine: ServerEngine) -> None:
        for module in ASKING:
            monkeypatch.setattr(f"search.{module}.get_engine", lambda: engine)

    return use


@pytest.fixture
def teachers(engine: EmbeddedEngine) -> None:
    school = School.objects.create(name="Школа", district="d1")
    rows = Teacher.objects.bulk_create(Teacher(name=f"Серова {n}", school=school) for n in range(3))
    Consent.objects.bulk_create(Consent(teacher=row) for row in rows)


def run(command: str) -> str:
    output = StringIO()
    call_command(command, stdout=output, stderr=output)
    return output.getvalue()


def test_the_embedded_search_has_nowhere_to_deliver_to(engine: EmbeddedEngine) -> None:
    with pytest.raises(CommandError, match="ELASTICSEARCH_URL"):
        run("deliver_search")


@pytest.mark.usefixtures("teachers")
def test_a_first_delivery_builds_the_index_and_a_status_finds_no_drift(
    process: Callable[[], ServerEngine], used: Callable[[ServerEngine], None], server: Server, place: Place
) -> None:
    used(process())
    assert "знает всё" in run("deliver_search")
    assert "Расхождений нет" in run("search_status")
    Teacher.objects.update(about="шахматы")
    assert "знает всё" in run("deliver_search")
    assert "Расхождений нет" in run("search_status")
    assert "3 документа" in run("rebuild_search")
    assert len(server.indices(f"{place.prefix}-teacher-*")) == 1


@pytest.mark.usefixtures("teachers")
def test_an_index_that_was_never_built_is_drift(
    process: Callable[[], ServerEngine], used: Callable[[ServerEngine], None]
) -> None:
    engine = process()
    used(engine)
    engine.refresh()
    with pytest.raises(SystemExit):
        run("search_status")


@pytest.mark.usefixtures("teachers")
def test_a_server_that_does_not_answer_is_said_in_words(used: Callable[[ServerEngine], None]) -> None:
    server = ElasticsearchServer([f"http://127.0.0.1:{free_port()}"])
    used(ServerEngine(server, Place("test-commands", 1, 0), inside_transactions=True))
    with pytest.raises(CommandError, match="уйдут позже"):
        run("deliver_search")
    with pytest.raises(SystemExit):
        run("search_status")


@pytest.mark.usefixtures("teachers")
def test_without_the_server_the_database_has_every_kind_and_the_command_fails_at_its_end(
    used: Callable[[ServerEngine], None], engine: EmbeddedEngine
) -> None:
    """A first start beside a cluster that is not up yet, and a restore: the database answers for all kinds."""
    server = ElasticsearchServer([f"http://127.0.0.1:{free_port()}"])
    used(ServerEngine(server, Place("test-commands", 1, 0), inside_transactions=True))
    output = StringIO()
    with pytest.raises(CommandError) as told:
        call_command("rebuild_search", "teacher", "teacher", stdout=output, stderr=output)
    assert output.getvalue().count("Строим индекс «teacher»") == 2, "a kind that failed does not end the command"
    assert str(told.value).count("Индекс «teacher» не построен") == 2
    assert engine.search("teacher", Query("серова")).total == 3
