"""Facets and pages as words: what is shown, what is folded, what can be pressed."""

from cms.appearance.pieces import Facet, Option, page_window

OPTIONS = tuple(Option(str(n), f"Район {n}", count=n % 3, checked=n == 9) for n in range(1, 11))
FACET = Facet("district", "Район", OPTIONS, first=4)


def test_chosen_value_is_never_behind_the_fold() -> None:
    assert [option.value for option in FACET.shown] == ["1", "2", "3", "4", "9"]
    assert "9" not in [option.value for option in FACET.folded]


def test_every_value_stands_once() -> None:
    assert sorted(FACET.shown + FACET.folded, key=lambda o: int(o.value)) == list(OPTIONS)


def test_chosen_value_with_nothing_behind_it_can_be_taken_back() -> None:
    assert Option("1", "Математика", 0).disabled
    assert not Option("1", "Математика", 0, checked=True).disabled


def test_facet_without_choice_knows_it() -> None:
    assert not Facet("subject", "Предмет", (Option("1", "Физика", 0),)).has_choice
    assert FACET.has_choice


def test_long_facet_is_searchable() -> None:
    assert FACET.is_searchable
    assert not Facet("category", "Категория", OPTIONS[:3]).is_searchable


def test_pages_near_and_at_the_ends_are_offered() -> None:
    assert list(page_window(1, 1)) == [1]
    assert list(page_window(1, 3)) == [1, 2, 3]
    assert list(page_window(3, 20)) == [1, 2, 3, 4, None, 20]
    assert list(page_window(10, 20)) == [1, None, 9, 10, 11, None, 20]
    assert list(page_window(20, 20)) == [1, None, 19, 20]
