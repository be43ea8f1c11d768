"""The state of a search and its address are one: any input is read, and written in one way."""

import pytest
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st

from search.faceted.address import Search
from search.faceted.address import read as read_address
from search.faceted.catalogue import SIZES
from search.interface import RELEVANCE
from search.mentors.catalogue import MENTORS, search_for
from search.mentors.facets import BY_NAME
from search.mentors.vocabulary import District, Vocabulary, Workplace

BASE = "/nastavniki/"
WORDS = Vocabulary(
    districts={code: District(code, code, code, code) for code in ("a", "b", "c")},
    organisations={f"{d}-{n}": Workplace(f"{d}-{n}", f"Школа {n}", d) for d in ("a", "b", "c") for n in (1, 2)},
    subjects=dict.fromkeys(("mathematics", "physics"), "Предмет"),
    directions=dict.fromkeys(("exams", "gifted"), "Направление"),
    audiences=dict.fromkeys(("young", "student"), "Педагог"),
)

codes = st.sampled_from(["a", "b", "c", "a-1", "b-2", "mathematics", "exams", "young", "highest", "11-20", "classic",
                         "distance", "free", "", "нет", "\x00", "a ", "A"])  # fmt: skip
names = st.sampled_from([*BY_NAME, "q", "sort", "page", "size", "exact", "utm_source"])
values = st.one_of(
    codes, st.text(max_size=30), st.sampled_from(["0", "-1", "1", "7", "24", "name", "relevance", "1e9"])
)
params = st.lists(st.tuples(names, values), max_size=12)


def _query(pairs: list[tuple[str, str]]) -> QueryDict:
    query = QueryDict(mutable=True)
    for name, value in pairs:
        query.appendlist(name, value)
    return query


def _read(address: str) -> Search:
    return read_address(QueryDict(address.partition("?")[2]), MENTORS, WORDS).search


@given(params)
@settings(max_examples=400, deadline=None)
def test_any_input_has_one_address_that_means_the_same(pairs: list[tuple[str, str]]) -> None:
    search = read_address(_query(pairs), MENTORS, WORDS).search
    address = search.url(BASE)
    again = read_address(QueryDict(address.partition("?")[2]), MENTORS, WORDS)
    assert again.search == search
    assert again.search.url(BASE) == address
    assert again.is_canonical  # so a redirect never leads to another one
    assert not again.notices


@given(params, st.randoms())
@settings(max_examples=100, deadline=None)
def test_the_order_of_parameters_means_nothing(pairs: list[tuple[str, str]], random: object) -> None:
    facets = [(name, value) for name, value in pairs if name in BY_NAME]
    shuffled = facets.copy()
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert read_address(_query(facets), MENTORS, WORDS).search == read_address(_query(shuffled), MENTORS, WORDS).search


def test_the_whole_state_stands_in_the_address() -> None:
    search = search_for(
        text="егэ",
        chosen={"district": ("a", "b"), "subject": ("mathematics",), "places": ("free",)},
        exact=True,
        sort="name",
        page=3,
        size=24,
    )
    address = search.url(BASE)
    assert address == (
        "/nastavniki/?q=%D0%B5%D0%B3%D1%8D&district=a&district=b&subject=mathematics&places=free"
        "&exact=1&sort=name&size=24&page=3"
    )
    assert _read(address) == search


def test_defaults_are_not_written() -> None:
    assert search_for().url(BASE) == BASE
    assert _read(f"?q=&sort={RELEVANCE}&size={SIZES[0]}&page=1&exact=1") == search_for()


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("district=nowhere", "Такого района нет, условие убрано."),
        ("district=a&district=nowhere", "Такого района нет, условие убрано."),
        ("subject=alchemy", "Такого предмета нет, условие убрано."),
        ("district=a&organisation=nobody", "Такой организации в выбранных районах нет, условие убрано."),
        ("category=middle", "Такой категории нет, условие убрано."),
        ("q=" + "слово+" * 20, "Запрос длинный, поэтому искали по первым 16 словам."),
    ],
)
def test_what_was_left_out_is_said(query: str, words: str) -> None:
    assert read_address(QueryDict(query), MENTORS, WORDS).notices == (words,)


def test_known_values_stay_when_an_unknown_one_is_left_out() -> None:
    assert _read("?district=b&district=nowhere&district=a&district=a").chosen == {"district": ("a", "b")}


def test_an_organisation_counts_only_inside_a_chosen_district() -> None:
    assert _read("?organisation=a-1") == search_for()
    assert _read("?district=b&organisation=a-1&organisation=b-1").chosen == {
        "district": ("b",),
        "organisation": ("b-1",),
    }


def test_a_district_takes_its_organisations_along() -> None:
    search = _read("?district=a&district=b&organisation=a-1&organisation=b-1")
    assert search.without("district", WORDS, "a").chosen == {"district": ("b",), "organisation": ("b-1",)}
    assert search.without("district", WORDS).chosen == {}


def test_a_changed_condition_keeps_words_order_and_size_and_starts_at_the_first_page() -> None:
    search = _read("?q=егэ&district=a&district=b&sort=experience&size=48&page=5")
    changed = search.without("district", WORDS, "a")
    assert (changed.text, changed.sort, changed.size, changed.page) == ("егэ", "experience", 48, 1)
    assert search.reset() == search_for(sort="experience", size=48)
    assert search.without_conditions() == search_for(text="егэ", sort="experience", size=48)


@pytest.mark.parametrize("page", ["-1", "0", "", "x", "1.5", "9" * 5000, "٣x", "1e3"])
def test_an_impossible_page_is_a_possible_one(page: str) -> None:
    assert 1 <= _read(f"?page={page}").page <= 1_000_000


@pytest.mark.parametrize("size", ["0", "-12", "13", "1000000", "x"])
def test_only_offered_page_sizes_are_taken(size: str) -> None:
    assert _read(f"?size={size}").size == SIZES[0]


def test_every_offered_order_is_known() -> None:
    assert [_read(f"?sort={sort}").sort for sort in MENTORS.orders] == list(MENTORS.orders)
    assert _read("?sort=upwards").sort == RELEVANCE
