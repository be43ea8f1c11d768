"""Subjects as teachers write them, matched to the reference table."""

import pytest

from mentoring.bank.imports.values.lists import Listed, read_list
from mentoring.bank.imports.values.vocabulary import Vocabulary
from mentoring.reference.seed import AUDIENCES, SUBJECTS
from mentoring.reference.synonyms import SYNONYM_GROUPS

SUBJECT = Vocabulary({entry.code: entry.title for entry in SUBJECTS}, SYNONYM_GROUPS)
AUDIENCE = Vocabulary({entry.code: entry.title for entry in AUDIENCES}, SYNONYM_GROUPS)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Русский язык и литература", "russian literature"),
        ("рус. яз., лит-ра", "russian literature"),
        ("Русский и английский язык", "russian english"),
        ("Русский язык. Литература", "russian literature"),
        ("история/обществознание", "history social-studies"),
        ("Основы безопасности и защиты Родины", "safety"),
        ("ОБЖ", "safety"),
        ("Экономика и финансовая грамотность", "economics"),
        ("родной язык и литература", "native-language"),
        ("Труд (технология)", "technology"),
        ("нач. школа", "primary"),
        ("начальные классы", "primary"),
        ("биологии", "biology"),
        ("Биолгия", "biology"),
        ("англ. яз", "english"),
        ("Физ-ра", "physical-education"),
        ("истор.", "history"),
    ],
)
def test_what_is_written_is_found(text: str, codes: str) -> None:
    assert read_list(text, SUBJECT.match) == Listed(tuple(codes.split()))


@pytest.mark.parametrize(
    ("text", "values", "unknown"),
    [
        ("Физика, астрономия; философия", ("physics", "astronomy"), ("философия",)),
        ("физико-математические науки", (), ("физико-математические науки",)),
        ("Ракетостроение, дизайн и лепка", (), ("Ракетостроение, дизайн и лепка",)),
    ],
)
def test_what_nobody_knows_is_named_as_it_was_written(
    text: str, values: tuple[str, ...], unknown: tuple[str, ...]
) -> None:
    assert read_list(text, SUBJECT.match) == Listed(values, unknown)


def test_a_comma_or_slash_inside_one_value_does_not_cut_it() -> None:
    newcomer = "педагог, находящийся в процессе адаптации на новом месте работы"

    assert read_list(newcomer, AUDIENCE.match) == Listed(("newcomer",))
    assert read_list("молодой/начинающий педагог", AUDIENCE.match) == Listed(("young-teacher",))
