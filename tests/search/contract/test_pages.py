"""Pages of the site, as they are declared, get equal answers from every engine."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from wagtail.models import Page

from search.interface import Document, Engine, Query
from search.registry import registry
from search.site.schema import site_schema
from tests.search.contract.reference import Bank

SCHEMA = replace(site_schema(), kind="page-contract")
TITLES = (
    "Аттестация педагогов",
    "О центре",
    "Ёлка для учителей",
    "Приказ об аттестации",
    "Встречи наставников",
    "Школа",
)


def page(number: int, title: str) -> Document:
    """A page without a row behind it."""
    year = 2022 + number % 3
    return Document(
        id=number,
        facets={
            "kind": (("act", "about")[number % 2],),
            "district": ("klyuchi",) if number % 3 else (),
            "year": (str(year),),
            "list": (("cms.actpage/", "cms.contentpage/")[number % 2],),
        },
        texts={"title": title, "lead": "Коротко о школе", "text": f"Порядок {title.lower()} на {year} год"},
        keys={"day": 700_000 + number % 4, "title": title},
        card={"title": title},
        suggestions=(("title", title),),
    )


PAGES = [page(number, TITLES[number % len(TITLES)]) for number in range(1, 31)]


@pytest.fixture
def site(contracted: Engine) -> Engine:
    """Each engine in turn, with thirty pages."""

    def documents(ids: Sequence[int]) -> list[Document]:
        return [one for one in PAGES if one.id in ids]

    registry.register(SCHEMA, model=Page, documents=documents)
    contracted.put(SCHEMA.kind, PAGES)
    return contracted


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"sort": "new"},
        {"sort": "old"},
        {"sort": "title"},
        {"text": "аттестации", "sort": "title"},
        {"text": "елки"},
        {"text": "порядок", "filters": {"year": ("2022", "2023")}, "sort": "old"},
        {"filters": {"list": ("cms.actpage/",), "district": ("klyuchi",)}, "sort": "new"},
        {"text": "школа", "filters": {"kind": ("act",), "year": ("2024",)}},
    ],
)
def test_totals_counts_and_orders_are_those_of_a_count_by_hand(site: Engine, asked: dict[str, Any]) -> None:
    query = Query(literal=True, page_size=100, **asked)
    expected, result = Bank(SCHEMA, PAGES).expect(query), site.search(SCHEMA.kind, query)
    assert result.total == expected.total
    assert {name: dict(counts) for name, counts in result.facets.items()} == expected.facets
    assert [hit.id for hit in result.hits] == expected.ids


def test_titles_are_mended_suggested_and_relaxed(site: Engine) -> None:
    assert site.search(SCHEMA.kind, Query("атестация")).correction
    assert [one.text for one in site.suggest(SCHEMA.kind, "атт")] == ["Аттестация педагогов", "Приказ об аттестации"]
    relaxed = site.relaxations(SCHEMA.kind, Query("елка", {"year": ("2022",), "kind": ("act",)}, literal=True))
    assert {one.condition for one in relaxed} <= {"text", "year", "kind"}
