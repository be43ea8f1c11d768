"""A query is safe by construction and keeps what was meant."""

from search.interface import MAX_PAGE_SIZE, Query


def test_filters_lose_repetitions_and_impossible_codes_and_empty_facets() -> None:
    query = Query("", {"district": ["d1", "d1", "\x00", None], "subject": [], "form": [""]})
    assert query.filters == {"district": ("d1",)}


def test_pages_and_sizes_are_brought_into_range() -> None:
    assert (Query(page=-1).page, Query(page=0).page, Query(page=7).page) == (1, 1, 7)
    assert Query(page_size=10**9).page_size == MAX_PAGE_SIZE
    assert Query(page_size="мусор").page_size == 20  # type: ignore[arg-type]


def test_the_text_is_cleaned() -> None:
    assert Query("  мате\x00матика \n").text == "математика"
