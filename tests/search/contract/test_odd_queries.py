"""Whatever is typed or forged, every engine answers (T12: 10,000 generated queries)."""

import random

import pytest

from search.embedded.engine import EmbeddedEngine
from search.interface import MAX_PAGE_SIZE, Engine, Query
from search.language.sanitise import MAX_LENGTH, MAX_WORDS
from tests.search.sample.kind import SCHEMA, document

ALPHABETS = (
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "qwertyuiop[];'`,./\\",
    "0123456789.,:;-–—+=*/()[]{}<>%$#@!?&|^~_\"'«»",
    "\x00\x01\x07\x1f\x7f\u00ad\u200b\u200e\u202e\ufeff\ud800\udfff\n\r\t\v\u2028",
    "ÀßİıǅﬁŁØ漢字𝕏🙂👩‍🏫é\u0301\u0308",
    "' OR 1=1 -- NEAR AND NOT * ^ title: ~2 \\",
)
WORDS = ("математика", "Иванова", "vfntvfnbrf", "уроки", "и", "наставник", "d1", "%s", "{row}")


def odd_text(chance: random.Random) -> str:
    """Words, noise, or both; sometimes far too long."""
    parts = [
        chance.choice(WORDS)
        if chance.random() < 0.3
        else "".join(chance.choices(chance.choice(ALPHABETS), k=chance.randint(0, 12)))
        for _ in range(chance.randint(0, 6))
    ]
    return chance.choice((" ", "", "\x00", "-")).join(parts) * chance.choice((1, 1, 1, 1, 1, 1, 1, 1, 1, 300))


def odd_query(chance: random.Random) -> Query:
    strange = (-1, 0, 10**30, "5", "пять", None, 2.5, float("nan"), float("inf"))
    codes = ["d1", "Математика", "\x00", "x" * 5000, "", None, 7]
    filters = {name: chance.choices(codes, k=2) for name in ("district", "subject", "нет") if chance.random() < 0.3}
    return Query(
        odd_text(chance),
        filters,  # type: ignore[arg-type]
        literal=chance.random() < 0.2,
        sort=chance.choice(("relevance", "name", "", "'; drop", "best")),
        page=chance.choice(strange),  # type: ignore[arg-type]
        page_size=chance.choice(strange),  # type: ignore[arg-type]
    )


@pytest.fixture
def bank(contracted: Engine) -> Engine:
    contracted.put(
        SCHEMA.kind,
        [
            document(number, f"Иванова {number}", about="уроки", subjects=["Математика"], district=f"d{number % 3}")
            for number in range(1, 40)
        ],
    )
    return contracted


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("queries", [1000, pytest.param(10_000, marks=pytest.mark.slow)])
def test_odd_queries_are_answered(bank: Engine, queries: int) -> None:
    chance = random.Random(queries)
    fewer = queries == 1000 and type(bank) is not EmbeddedEngine  # a round trip each
    for _ in range(200 if fewer else queries):
        query = odd_query(chance)
        result = bank.search(SCHEMA.kind, query)
        assert 0 <= len(result.hits) <= min(result.total, MAX_PAGE_SIZE)
        assert 1 <= result.page <= result.pages
        if chance.random() < 0.1:
            bank.suggest(SCHEMA.kind, query.text)
            bank.relaxations(SCHEMA.kind, query)


def test_three_thousand_words_are_cut_to_what_is_read(bank: Engine) -> None:
    query = Query("математика " * 3000)
    assert len(query.text) <= MAX_LENGTH and len(query.text.split()) <= MAX_WORDS
    assert bank.search(SCHEMA.kind, query).total == 39


@pytest.mark.parametrize("text", ["", "   ", "\x00", "!!!", "наставник", "найти наставника"])
def test_a_text_that_tells_nothing_shows_everybody(bank: Engine, text: str) -> None:
    assert bank.search(SCHEMA.kind, Query(text)).total == 39


def test_little_words_alone_are_a_name_or_nobody(bank: Engine) -> None:
    assert bank.search(SCHEMA.kind, Query("и")).total == 0
    bank.put(SCHEMA.kind, [document(700, "Ли Анна", about="ли"), document(701, "Иванова Анна", about="ли")])
    assert [hit.id for hit in bank.search(SCHEMA.kind, Query("Ли")).hits] == [700]


def test_a_page_past_the_end_is_the_last_one(bank: Engine) -> None:
    result = bank.search(SCHEMA.kind, Query("", page=99, page_size=20))
    assert (result.page, result.pages, len(result.hits)) == (2, 2, 19)


def test_an_unknown_code_finds_nothing_but_leaves_the_known_ones_of_its_facet(bank: Engine) -> None:
    assert bank.search(SCHEMA.kind, Query("", {"district": ("nowhere",)})).total == 0
    assert bank.search(SCHEMA.kind, Query("", {"district": ("nowhere", "d1")})).total == 13
    assert bank.search(SCHEMA.kind, Query("", {"nonsense": ("d1",)})).total == 39
