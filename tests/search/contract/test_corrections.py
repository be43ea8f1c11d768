"""When what was typed finds nothing, what was meant is searched, and it is said so."""

import pytest

from search.interface import CorrectionKind, Engine, Query
from search.language.highlight import mark
from tests.search.sample.kind import SCHEMA, document


@pytest.fixture
def bank(contracted: Engine) -> Engine:
    contracted.put(
        SCHEMA.kind,
        [
            document(1, "Иванова Анна", subjects=["Математика"], district="d1", places=0),
            document(2, "Петров Лев", subjects=["Математика", "Физика"], district="d2", places=2),
            document(3, "Белых Вера", about="ведёт кружок математики", district="d2", places=1),
        ],
    )
    return contracted


@pytest.mark.parametrize(
    ("typed", "used", "kind"),
    [
        ("математека", "математика", CorrectionKind.TYPO),
        ("vfntvfnbrf", "математика", CorrectionKind.LAYOUT),
        ("vfntvfnbrf abpbrf", "математика физика", CorrectionKind.LAYOUT),
        ("vfntvtnbrf", "математика", CorrectionKind.LAYOUT),
        ("ивонова", "иванова", CorrectionKind.TYPO),
    ],
)
def test_another_text_is_searched_and_named(bank: Engine, typed: str, used: str, kind: CorrectionKind) -> None:
    result = bank.search(SCHEMA.kind, Query(typed))
    assert result.total
    assert result.correction is not None
    assert (result.correction.kind, result.correction.typed, result.correction.used) == (kind, typed, used)


@pytest.mark.parametrize(("typed", "offered"), [("Бетров", "петров"), ("кружек", "кружок"), ("Ивакова", "иванова")])
def test_what_may_well_be_right_is_kept_and_another_text_offered(bank: Engine, typed: str, offered: str) -> None:
    result = bank.search(SCHEMA.kind, Query(typed))
    assert (result.total, result.correction) == (0, None)
    assert result.offer is not None
    assert (result.offer.typed, result.offer.used) == (typed, offered)
    assert bank.search(SCHEMA.kind, Query(offered)).total
    assert bank.search(SCHEMA.kind, Query(typed, literal=True)).offer is None


@pytest.mark.parametrize("typed", ["вышивка", "Захаренко", "матрёшка", "крапива", "шмурдяк"])
def test_a_word_that_nobody_wrote_finds_nobody(bank: Engine, typed: str) -> None:
    result = bank.search(SCHEMA.kind, Query(typed))
    assert (result.total, result.correction, result.offer) == (0, None, None)


def test_a_word_with_the_stem_of_another_is_mended_where_one_stands_nearer(contracted: Engine) -> None:
    texts = ("спросите меня", "особые мнения", "прошу слова")
    contracted.put(SCHEMA.kind, [document(number, about=text) for number, text in enumerate(texts, start=1)])
    result = contracted.search(SCHEMA.kind, Query("мения"))
    assert [hit.id for hit in result.hits] == [2]
    assert result.correction is not None
    assert contracted.search(SCHEMA.kind, Query("Просов")).total == 0


def test_taken_literally_nothing_is_mended(bank: Engine) -> None:
    result = bank.search(SCHEMA.kind, Query("математека", literal=True))
    assert (result.total, result.correction) == (0, None)


def test_what_finds_something_is_never_mended(bank: Engine) -> None:
    assert bank.search(SCHEMA.kind, Query("математике")).correction is None


def test_filters_that_leave_nothing_are_no_reason_to_mend(bank: Engine) -> None:
    result = bank.search(SCHEMA.kind, Query("иванова", {"district": ("d2",)}))
    assert (result.total, result.correction) == (0, None)


def test_an_unfinished_last_word_finds_its_completions_without_a_word_about_it(bank: Engine) -> None:
    result = bank.search(SCHEMA.kind, Query("кружок матем"))
    assert [hit.id for hit in result.hits] == [3]
    assert result.correction is None


def test_the_last_word_is_also_a_beginning_below_whole_words(bank: Engine) -> None:
    bank.put(
        SCHEMA.kind,
        [
            document(4, "Мирная Инна", places=9),
            document(5, "Ковалёв Олег", about="мир вокруг нас"),
            document(6, "Коваль Олег", subjects=["Мировая культура"]),
        ],
    )
    found = bank.search(SCHEMA.kind, Query("мир"))
    assert [hit.id for hit in found.hits] == [5, 4, 6]
    assert [hit.id for hit in bank.search(SCHEMA.kind, Query("мир", literal=True)).hits] == [5]
    assert [hit.id for hit in bank.search(SCHEMA.kind, Query("мир олег")).hits] == [5]


def test_a_beginning_may_be_of_two_letters_but_a_short_surname_is_whole(bank: Engine) -> None:
    bank.put(SCHEMA.kind, [document(4, "Ян Анна"), document(5, "Янина Анна")])
    assert [hit.id for hit in bank.search(SCHEMA.kind, Query("анна ив")).hits] == [1]
    assert {hit.id for hit in bank.search(SCHEMA.kind, Query("пе")).hits} == {2}
    assert [hit.id for hit in bank.search(SCHEMA.kind, Query("Ян")).hits] == [4]


def test_relevance_names_then_titles_then_texts_then_free_places(bank: Engine) -> None:
    assert [hit.id for hit in bank.search(SCHEMA.kind, Query("математика")).hits] == [2, 1, 3]


def test_the_words_that_were_found_can_be_marked(bank: Engine) -> None:
    result = bank.search(SCHEMA.kind, Query("математики ивановой"))
    assert mark("Иванова <Анна>, уроки математики", result.matched) == (
        "<mark>Иванова</mark> &lt;Анна&gt;, уроки <mark>математики</mark>"
    )


def test_no_hit_says_which_condition_to_drop(bank: Engine) -> None:
    query = Query("физика", {"district": ("d1",), "subject": ("Математика",)})
    assert bank.search(SCHEMA.kind, query).total == 0
    relaxed = [(one.condition, one.total) for one in bank.relaxations(SCHEMA.kind, query)]
    assert relaxed == [("district", 1), ("text", 1)]


def test_texts_and_names_are_offered_while_typing(bank: Engine) -> None:
    offered = [(one.group, one.text, one.total) for one in bank.suggest(SCHEMA.kind, "мат")]
    assert offered == [("subject", "Математика", 3)]  # as a search for the word finds it
    assert [one.text for one in bank.suggest(SCHEMA.kind, "ив")] == ["Иванова Анна"]
    assert [one.text for one in bank.suggest(SCHEMA.kind, "анна ив")] == ["Иванова Анна"]
    assert [one.text for one in bank.suggest(SCHEMA.kind, "vfn")] == ["Математика"]
    assert bank.suggest(SCHEMA.kind, "ъъъ") == ()


def test_an_offer_counts_what_its_text_finds_under_what_is_chosen(bank: Engine) -> None:
    chosen = {"district": ("d2",)}
    for typed in ("мат", "физ", "петр", "математика"):
        offered = bank.suggest(SCHEMA.kind, typed, filters=chosen)
        assert offered
        for one in offered:
            assert one.total == bank.search(SCHEMA.kind, Query(one.text, chosen)).total
    assert [(one.text, one.total) for one in bank.suggest(SCHEMA.kind, "мат", filters=chosen)] == [("Математика", 2)]
    assert bank.suggest(SCHEMA.kind, "физ", filters={"district": ("d1",)}) == ()
