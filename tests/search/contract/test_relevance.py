"""Who has to stand first: a fixed list of judged queries, the same on every engine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from search.interface import Engine, Query
from tests.search.sample.kind import SCHEMA, document

LISTS = Path(__file__).parent / "judged"


def rows(name: str) -> Iterator[list[str]]:
    """The lines of a list in their parts, without comments."""
    for line in (LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [part.strip() for part in line.split(";")]


@pytest.fixture
def mentors(contracted: Engine) -> Engine:
    """The invented mentors, all with a free place: only relevance and the name tell them apart."""
    contracted.put(
        SCHEMA.kind,
        [
            document(number, name, subjects=subjects.split(", "), about=about, places=1)
            for number, (name, subjects, about) in enumerate(rows("mentors"), start=1)
        ],
    )
    return contracted


def test_whoever_is_meant_stands_first_and_everybody_is_found(mentors: Engine) -> None:
    wrong = []
    for typed, surname, total in rows("queries"):
        result = mentors.search(SCHEMA.kind, Query(typed))
        first = str(result.hits[0].card["name"]) if result.hits else "nobody"
        if not first.startswith(f"{surname} ") or result.total != int(total):
            wrong.append(f"{typed}: {first} first, {result.total} found; {surname} and {total} expected")
    assert not wrong, "\n".join(wrong)


def test_the_list_is_long_enough() -> None:
    assert len(list(rows("queries"))) >= 40


def test_forms_of_the_typed_word_stand_above_its_kin(contracted: Engine) -> None:
    texts = ("Учитель готовил уроки", "Готов помочь с уроком", "Готовый урок")
    contracted.put(SCHEMA.kind, [document(number, about=text) for number, text in enumerate(texts, start=1)])
    assert contracted.search(SCHEMA.kind, Query("готова")).hits[-1].id == 1
    assert contracted.search(SCHEMA.kind, Query("готовить")).hits[0].id == 1
