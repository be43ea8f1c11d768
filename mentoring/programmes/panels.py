"""The form of a programme, in the order in which a curator thinks."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, TitleFieldPanel

from cms.pages.readiness_panel import ReadinessPanel
from cms.pages.rows import RowsPanel
from mentoring.programmes.widgets import FormEntryCheckboxes

WHO = [FieldPanel("who"), FieldRowPanel([FieldPanel("age_from"), FieldPanel("age_to")])]
GROUND = [FieldPanel("act"), FieldPanel("citation")]
OF_A_FORM = [
    FieldPanel("pair_model"),
    FieldPanel("formats", widget=FormEntryCheckboxes, classname="duet-choices"),
    FieldPanel("own_formats", widget=forms.Textarea(attrs={"rows": 2})),
    FieldPanel("documents", widget=FormEntryCheckboxes, classname="duet-choices"),
    FieldPanel("own_documents", widget=forms.Textarea(attrs={"rows": 2})),
]

PROGRAMME_PANELS = [
    ReadinessPanel(heading=_("Готовность к публикации")),
    TitleFieldPanel("title"),
    FieldPanel("lead"),
    MultiFieldPanel(
        [FieldPanel("organisation"), FieldRowPanel([FieldPanel("year"), FieldPanel("start")])],
        heading=_("Где и когда"),
    ),
    RowsPanel(
        "grounds", GROUND, heading=_("Основания"), label=_("основание"), help_text=_("От федерального к местному.")
    ),
    MultiFieldPanel(
        [FieldPanel("definition"), FieldPanel("aim"), FieldPanel("goals", classname="duet-choices")],
        heading=_("Смысл и цель"),
    ),
    RowsPanel("tasks", heading=_("Задачи"), label=_("задача"), help_text=_("Номера ставит сайт, по порядку.")),
    RowsPanel("mentors", WHO, heading=_("Кто может быть наставником"), label=_("участник")),
    RowsPanel("mentees", WHO, heading=_("Кто может быть наставляемым"), label=_("участник")),
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("kinds"), FieldPanel("mentoring_forms")])], heading=_("Виды и формы наставничества")
    ),
    RowsPanel("forms", OF_A_FORM, heading=_("Формы пар"), label=_("форма пар"), max_num=5),
    MultiFieldPanel(
        [FieldPanel("curator_name"), FieldRowPanel([FieldPanel("curator_post"), FieldPanel("curator_phone")])],
        heading=_("Куратор"),
        help_text=_("Имя и телефон посетители увидят, только пока действует согласие куратора на публикацию."),
    ),
]
