"""One person's name is found in every form in which Russian texts write it, and nobody else's."""

from __future__ import annotations

import pytest

from mentoring.mentions.names import Name, pattern_of

LOSEVA = Name("Лосева", "Вера", "Аркадьевна")


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        (LOSEVA, "Спасибо Вере Лосевой!", "Вере Лосевой"),
        (LOSEVA, "с Верой Аркадьевной Лосевой", "Верой Аркадьевной Лосевой"),
        (LOSEVA, "урок В. А. Лосевой", "В. А. Лосевой"),
        (LOSEVA, "Лосева В.А., учитель", "Лосева В.А."),
        (LOSEVA, "ЛОСЕВА ВЕРА ведёт", "ЛОСЕВА ВЕРА"),
        (LOSEVA, "Вере\u00a0Аркадьевне – спасибо", "Вере\u00a0Аркадьевне"),
        (LOSEVA, "О Лосевой рассказали", "Лосевой"),
        (LOSEVA, "Вера&nbsp;Лосева", "Вера&nbsp;Лосева"),
        (LOSEVA, "Вели Лосева и другие", "Лосева"),
        (LOSEVA, "Для Лосевой", "Лосевой"),
        (Name("Семёнова", "Лидия", "Петровна"), "Л. П. Семеновой", "Л. П. Семеновой"),
        (Name("Журавель", "Павел", "Львович"), "Журавлю П. Л.", "Журавлю П. Л."),
        (Name("Журавель", "Павел", "Львович"), "у Павла Львовича", "Павла Львовича"),
        (Name("Заяц", "Олег"), "класс Олега Зайца", "Олега Зайца"),
        (Name("Петрова-Водкина", "Инна"), "с Инной Петровой-Водкиной", "Инной Петровой-Водкиной"),
        (Name("Чёрных", "Лев", "Ильич"), "Льву Черных", "Льву Черных"),
        (Name("Ким", "Ольга"), "Ольге Ким", "Ольге Ким"),
    ],
)
def test_every_form_is_found(name: Name, text: str, words: str) -> None:
    assert [found.words for found in pattern_of(name).find(text)] == [words]


@pytest.mark.parametrize(
    "text",
    ["Пётр Лосев", "Анна Лосева", "Лосева А. П.", "А. П. Лосева", "деревня Лосевка", "верой", "лосева"],
)
def test_others_are_left_alone(text: str) -> None:
    assert list(pattern_of(LOSEVA).find(text)) == []
