"""What is sent is what the database's index holds."""

from search.elastic.sources import changed, everything
from search.embedded import rows
from search.embedded.engine import EmbeddedEngine
from tests.search.sample.kind import SCHEMA, document


def test_keys_are_plain_values_again(engine: EmbeddedEngine) -> None:
    engine.put("teacher", [document(7, "Ёлкина Вера", district="d1", subjects=["Физика"], places=3)])
    ((source,),) = everything(SCHEMA, _generation(), 10)
    assert source.body is not None
    assert source.body["keys"] == {"free": 1, "name": "елкина вера", "places": 3}
    assert source.body["id"] == 7
    assert sorted(source.body["codes"]) == ["district\x1fd1", "places\x1ffree", "subject\x1fФизика"]
    assert source.body["card"] == {"name": "Ёлкина Вера", "places": 3}


def test_an_empty_number_has_no_body(engine: EmbeddedEngine) -> None:
    engine.put("teacher", [document(7, "Ким")])
    assert [source.body is None for source in changed(SCHEMA, _generation(), [0, 5])] == [False, True]


def test_portions_hold_everything_once(engine: EmbeddedEngine) -> None:
    engine.put("teacher", [document(n, f"Ким {n}") for n in range(1, 26)])
    portions = list(everything(SCHEMA, _generation(), 10))
    assert [len(portion) for portion in portions] == [10, 10, 5]
    assert len({source.number for portion in portions for source in portion}) == 25


def _generation() -> int:
    found = rows.live_generation("teacher")
    assert found is not None
    return found[0]
