"""An act for other programs: its requisites and its state today, by codes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from ninja import Field

from cms.acts.citing import citation
from cms.acts.enums import Kind, Level, MentoringModel
from cms.acts.finding import issuer_code
from cms.acts.graph import ActGraph
from cms.acts.models import ActPage
from cms.acts.words import state_words_of
from cms.open_data.page_records import born, public_of, told_pages
from cms.open_data.resources import Resource, Told, resources
from cms.open_data.schemas import Code, PageRecord, all_chosen, chosen, coded


class ActRecord(PageRecord):
    """Нормативный акт."""

    official_title: str = Field(description="Официальное название")
    level: Code | None = Field(description="Уровень")
    kind: Code | None = Field(description="Вид документа")
    issuer: Code | None = Field(description="Кто издал")
    number: str = Field(description="Номер без знака «№»")
    signed_on: date | None = Field(description="Дата документа")
    in_force_from: date | None = Field(description="С какого дня действует")
    state: Code | None = Field(description="Состояние на сегодня")
    state_words: str = Field(description="То же словами, с датой")
    mentoring_models: list[Code] = Field(description="Модели наставничества")
    citation: str = Field(description="Готовая ссылка на акт")
    official_url: str = Field(description="Где опубликован официально")


def tell(acts: Sequence[ActPage]) -> Iterator[tuple[int, Told]]:
    """The acts as visitors read them today; the relations of all are read once."""
    graph, today = ActGraph.load(), timezone.localdate()
    return told_pages(acts, lambda act: _act(act, graph, today))


def _act(act: Any, graph: ActGraph, today: date) -> Told:
    state = graph.state(act.pk, act.begins, today, act.ends)
    return {
        "official_title": act.official_title,
        "level": chosen(Level, act.level),
        "kind": chosen(Kind, act.kind),
        "issuer": coded(issuer_code(act.issuer), act.issuer) if act.issuer else None,
        "number": act.number,
        "signed_on": act.date,
        "in_force_from": act.begins,
        "state": coded(state.value, state.label),
        "state_words": state_words_of(act, graph, today),
        "mentoring_models": all_chosen(MentoringModel, act.mentoring_models),
        "citation": citation(act),
        "official_url": act.official_url,
    }


def register() -> None:
    """Let other programs read acts."""
    place = "municipality__code"
    resources.register(
        Resource("acts", _("Нормативные акты"), ActRecord, public_of(ActPage), tell, place, born, order=20)
    )
