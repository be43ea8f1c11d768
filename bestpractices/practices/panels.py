"""The tabs of a practice's form, in the order in which an author thinks."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
    TitleFieldPanel,
)

from bestpractices.practices.choosers import ground_chooser
from bestpractices.practices.completeness import completeness, findings
from bestpractices.practices.enums import Part
from bestpractices.practices.forms import PracticeForm
from bestpractices.practices.gate import gate_sentence, missed
from bestpractices.practices.remark_panel import RemarkPanel
from cms.pages.rows import RowsPanel


class ReadinessPanel(Panel):
    """Says at the top of a stored draft what still keeps it from being sent, and what is hard to read."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "bestpractices/admin/readiness_panel.html"

        def is_shown(self) -> bool:
            return self.instance is not None and self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | readiness(self.instance, self.request)


def readiness(practice: Any, request: Any) -> dict[str, Any]:
    """Findings, the gate, and the line of stages for the editor's first panel."""
    from bestpractices.review.panel import review_words

    found = findings(practice)
    return {
        "percent": completeness(practice),
        "stops": [finding for finding in found if finding.stops],
        "advice": [finding for finding in found if not finding.stops],
        "gate": gate_sentence(missed(practice.indicators.all())),
        "is_excused": bool(practice.gate_reason.strip()),
        **review_words(practice, request),
    }


PASSPORT = [
    ReadinessPanel(),
    RemarkPanel(Part.NAME),
    TitleFieldPanel("title", help_text=_("Как назовёте практику коллегам: «Один вопрос к уроку».")),
    FieldPanel("lead"),
    RemarkPanel(Part.AUTHORS),
    RowsPanel(
        "author_pairs",
        heading=_("Пара авторов"),
        label=_("пара"),
        help_text=_("Посетители увидят наставника, если его согласие действует. Наставляемый не называется никогда."),
        panels=[FieldPanel("pair")],
    ),
    RowsPanel("coauthors", heading=_("Соавторы"), label=_("соавтор"), panels=[FieldPanel("mentor")]),
    RemarkPanel(Part.PLACE),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("organisation"), FieldPanel("year")]),
            FieldRowPanel([FieldPanel("pair_model"), FieldPanel("kind")]),
            FieldRowPanel([FieldPanel("mentoring_form"), FieldPanel("level")]),
        ],
        heading=_("Где и в какой форме"),
    ),
    FieldPanel("subjects", widget=forms.CheckboxSelectMultiple, classname="duet-choices"),
]

STORY = [
    RemarkPanel(Part.PROBLEM),
    FieldPanel("problem"),
    RemarkPanel(Part.AIM),
    FieldPanel("aim"),
    RemarkPanel(Part.AUDIENCE),
    FieldPanel("audience"),
    RemarkPanel(Part.RESOURCES),
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("hours"), FieldPanel("people"), FieldPanel("money")]), FieldPanel("conditions")],
        heading=_("Что нужно"),
    ),
    RemarkPanel(Part.STEPS),
    RowsPanel("steps", heading=_("Шаги"), label=_("шаг"), panels=[FieldPanel("text"), FieldPanel("duration")]),
]

RESULT = [
    RemarkPanel(Part.INDICATORS),
    RowsPanel(
        "indicators",
        heading=_("План и факт"),
        label=_("показатель"),
        help_text=_("Практику можно отправить, когда факт не ниже плана по каждому показателю."),
        panels=[
            FieldPanel("name"),
            FieldRowPanel([FieldPanel("planned"), FieldPanel("actual"), FieldPanel("unit")]),
            FieldPanel("source"),
        ],
    ),
    FieldPanel("gate_reason"),
    RemarkPanel(Part.RESULT),
    FieldPanel("result"),
    RemarkPanel(Part.FAILURES),
    FieldPanel("failures"),
    RemarkPanel(Part.RISKS),
    FieldPanel("risks"),
    RemarkPanel(Part.EVIDENCE),
    FieldRowPanel([FieldPanel("evidence"), FieldPanel("evidence_level")]),
]

SOURCES = [
    RemarkPanel(Part.GROUNDS),
    RowsPanel(
        "grounds",
        heading=_("На чём держится"),
        label=_("основание"),
        panels=[FieldPanel("words"), FieldPanel("target", widget=ground_chooser.widget_class)],
    ),
    RemarkPanel(Part.MATERIALS),
    RowsPanel(
        "materials",
        heading=_("Материалы"),
        label=_("материал"),
        panels=[FieldPanel("title"), FieldPanel("document"), FieldPanel("url")],
    ),
    RemarkPanel(Part.LICENCE),
    FieldPanel("licence"),
    MultiFieldPanel(
        [FieldPanel("slug"), FieldPanel("search_description")], heading=_("Адрес и поиск"), classname="collapsed"
    ),
]

PRACTICE_EDIT_HANDLER = TabbedInterface(
    [
        ObjectList(PASSPORT, heading=_("Паспорт")),
        ObjectList(STORY, heading=_("Как устроено")),
        ObjectList(RESULT, heading=_("Что вышло")),
        ObjectList(SOURCES, heading=_("Основания и материалы")),
    ],
    base_form_class=PracticeForm,
)
