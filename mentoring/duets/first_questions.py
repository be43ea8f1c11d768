"""The questions that a new bank begins with; the centre rewords and adds."""

from __future__ import annotations

from mentoring.duets.enums import Theme
from mentoring.duets.question_bank import BankQuestion

#: Theme, question, what to ask where only one spoke.
FIRST_QUESTIONS = (
    (Theme.BEGINNING, "Как вы познакомились?", "А что другой мог подумать о вас в тот день?"),
    (Theme.BEGINNING, "Каким было первое впечатление, и что от него осталось?", "Что вы заметили только через месяц?"),
    (Theme.BEGINNING, "О чём вы договорились в самом начале?", "Какое правило вы нарушили первым?"),
    (Theme.LESSON, "Какой урок вы вспоминаете чаще других?", "Что вы делали за минуту до звонка?"),
    (Theme.LESSON, "Что вы увидели на уроке друг у друга?", "Что бы вы хотели, чтобы увидели у вас?"),
    (Theme.LESSON, "Какой вопрос детей поставил вас в тупик?", "Что вы ответили бы на него сегодня?"),
    (Theme.TROUBLE, "Что оказалось самым трудным?", "Кто или что помогло тогда?"),
    (Theme.TROUBLE, "О чём вы спорили всерьёз?", "На чём вы сошлись?"),
    (Theme.TROUBLE, "Что вам не удалось?", "Попробуете ли вы ещё раз?"),
    (Theme.LEARNING, "Чему вы научились друг у друга?", "Когда вы поняли, что это уже ваше?"),
    (Theme.LEARNING, "В чём вы были не правы?", "Что заставило передумать?"),
    (Theme.PEOPLE, "Как вы говорите с родителями?", "Какой разговор вы бы повторили?"),
    (Theme.PEOPLE, "Что сказали коллеги?", "Чьи слова оказались важны?"),
    (Theme.AHEAD, "О чём вы ещё не договорились?", "Что нужно, чтобы договориться?"),
    (Theme.AHEAD, "Что скажете тому, кто придёт следующим?", "Что вам самим хотелось услышать?"),
)


def seed_questions() -> int:
    """Add the questions that the bank does not have yet; gives how many were new."""
    known = set(BankQuestion.objects.values_list("text", flat=True))
    new = [
        BankQuestion(theme=theme, text=text, follow_up=follow_up, order=number * 10)
        for number, (theme, text, follow_up) in enumerate(FIRST_QUESTIONS, start=1)
        if text not in known
    ]
    BankQuestion.objects.bulk_create(new)
    return len(new)
