"""The form of an act, in the order in which it is read."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, TitleFieldPanel

from cms.blanks.panel import BlanksPanel
from cms.pages.readiness_panel import ReadinessPanel
from cms.pages.rows import RowsPanel

FEW_LINES = forms.Textarea(attrs={"rows": 3})

ACT_PANELS = [
    ReadinessPanel(heading=_("Готовность к публикации")),
    TitleFieldPanel("title", placeholder=_("Короткое название")),
    FieldPanel("official_title", widget=FEW_LINES),
    FieldPanel("lead"),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("level"), FieldPanel("kind")]),
            FieldPanel("issuer"),
            FieldPanel("issuer_short"),
            FieldRowPanel([FieldPanel("number"), FieldPanel("date")]),
            FieldRowPanel([FieldPanel("force_from"), FieldPanel("school_year")]),
            FieldRowPanel([FieldPanel("official_url"), FieldPanel("other_region")]),
        ],
        heading=_("Реквизиты"),
    ),
    RowsPanel(
        "relations",
        [
            FieldRowPanel([FieldPanel("kind"), FieldPanel("since")]),
            FieldPanel("target"),
            FieldPanel("citation"),
            FieldPanel("points"),
        ],
        heading=_("Связи с другими актами"),
        label=_("связь"),
        help_text=_("Обратные связи сайт покажет сам: у отменённого акта появится, чем он отменён."),
    ),
    FieldPanel("mentoring_models", classname="duet-choices"),
    FieldPanel("preamble", widget=FEW_LINES),
    FieldPanel("is_retold"),
    RowsPanel(
        "paragraphs",
        [FieldRowPanel([FieldPanel("number"), FieldPanel("deed")]), FieldPanel("text", widget=FEW_LINES)],
        heading=_("Что решено, по пунктам"),
        label=_("пункт"),
        max_num=150,
    ),
    MultiFieldPanel(
        [FieldPanel("control"), FieldRowPanel([FieldPanel("signatory_post"), FieldPanel("signatory_name")])],
        heading=_("Контроль и подпись"),
    ),
    RowsPanel("attachments", heading=_("Сам документ и приложения"), label=_("файл или приложение")),
    MultiFieldPanel([BlanksPanel(), FieldPanel("blanks_reason")], heading=_("Пропуски"), classname="collapsed"),
]
