"""Words are found where people see them, and compared without accents, case and ё."""

import pytest

from search.language.tokens import spans, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ёжик, ЕЖИК!", ["ежик", "ежик"]),
        ("учитель-логопед", ["учитель", "логопед"]),
        ("за\u0301мок", ["замок"]),
        ("мате\u00adматика", ["математика"]),
        ("О’Нил", ["онил"]),
        ("5-й класс, 10%", ["5", "й", "класс", "10"]),
        ("и\u0306од", ["йод"]),
        ("_под_черк_", ["под", "черк"]),
        ("…!?", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_spans_point_into_the_text_as_it_was_given() -> None:
    text = "Учу мате\u00adматике: ёлка"
    assert [text[start:end] for start, end, _ in spans(text)] == ["Учу", "мате\u00adматике", "ёлка"]
