"""Titles of the reference tables in another case, or nothing at all."""

import pytest

from mentoring.reference.seed import AUDIENCES, SUBJECTS
from search.mentors.cases import ACCUSATIVE, DATIVE, decline


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Математика", "математике"),
        ("Русский язык", "русскому языку"),
        ("Труд (технология)", "труду (технологии)"),
        ("Экономика и финансовая грамотность", "экономике и финансовой грамотности"),
        ("Родной язык и литература", "родному языку и литературе"),
        ("Основы безопасности и защиты Родины", "основам безопасности и защиты Родины"),
        ("Основы духовно-нравственной культуры народов России", "основам духовно-нравственной культуры народов России"),
        ("Профессиональные дисциплины", "профессиональным дисциплинам"),
        ("Алгебра и начала анализа", "алгебре и началам анализа"),
        ("Работа с родителями", "работе с родителями"),
        ("Обществознание", "обществознанию"),
        ("Чтение", "чтению"),
    ],
)
def test_dative(title: str, expected: str) -> None:
    assert decline(title, DATIVE) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Молодой/начинающий педагог", "молодого/начинающего педагога"),
        ("Студент педагогического вуза или колледжа", "студента педагогического вуза или колледжа"),
        ("Педагог, не владеющий современными технологиями", "педагога, не владеющего современными технологиями"),
        ("Педагог, вернувшийся в профессию после перерыва", "педагога, вернувшегося в профессию после перерыва"),
        ("Обучающийся", "обучающегося"),
        ("Воспитательница", "воспитательницу"),
        ("Молодые педагоги", "молодых педагогов"),
    ],
)
def test_accusative_of_people(title: str, expected: str) -> None:
    assert decline(title, ACCUSATIVE) == expected


@pytest.mark.parametrize(
    "title",
    ["", "   ", "МХК", "ИЗО", "123", "Астрономия 2.0", "(а)", "История России и право", "3D-моделирование", ",", "/"],
)
def test_an_uncertain_title_is_left_alone(title: str) -> None:
    assert decline(title, DATIVE) == ""


def test_every_title_of_a_new_installation_can_be_said() -> None:
    assert all(decline(subject.title, DATIVE) for subject in SUBJECTS)
    assert all(decline(audience.title, ACCUSATIVE) for audience in AUDIENCES)
