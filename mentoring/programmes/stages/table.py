"""The cycle of a programme as one table: number, name, what is done, and the documents of the result (S0-01)."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mentoring.programmes.stages.enums import ResultKind


@dataclass(frozen=True, slots=True)
class Stage:
    """One of the seven stages; it is closed with all of its results."""

    number: int
    title: str | Promise
    work: str | Promise
    results: tuple[ResultKind, ...]


STAGES: tuple[Stage, ...] = (
    Stage(
        1,
        _("Подготовка условий"),
        _("Назначить куратора, собрать команду, утвердить документы"),
        (ResultKind.ORDER, ResultKind.REGULATION, ResultKind.PROGRAMME, ResultKind.ROADMAP),
    ),
    Stage(
        2,
        _("База наставляемых"),
        _("Рассказать родителям, педагогам и ученикам, собрать запросы"),
        (ResultKind.MENTEES,),
    ),
    Stage(3, _("База наставников"), _("Пригласить тех, кто готов делиться опытом"), (ResultKind.MENTORS,)),
    Stage(4, _("Отбор и обучение"), _("Провести собеседования и обучить наставников"), (ResultKind.TRAINED,)),
    Stage(5, _("Пары и группы"), _("Провести общую встречу, свести и закрепить пары"), (ResultKind.PAIRS,)),
    Stage(
        6,
        _("Работа пар"),
        _("Помогать материалами, следить за ходом, собирать обратную связь"),
        (ResultKind.FEEDBACK,),
    ),
    Stage(
        7,
        _("Завершение"),
        _("Подвести итоги каждой пары, провести итоговое событие, рассказать об удачах"),
        (ResultKind.OUTCOME,),
    ),
)
LAST = STAGES[-1].number
