"""The forms of news and events, in the order in which one writes."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel, TitleFieldPanel
from wagtail.models import Page

#: The kinds of pages that an event may belong to; the room of programmes names its own at start-up.
programme_pages: list[type[Page]] = []


class ProgrammeChooserPanel(PageChooserPanel):
    """Chooses a page of one of ``programme_pages``."""

    def on_model_bound(self) -> None:
        self.page_type = list(programme_pages)
        super().on_model_bound()


COVER = MultiFieldPanel([FieldPanel("cover"), FieldPanel("cover_alt")], heading=_("Картинка в начале"))

NEWS_PANELS = [TitleFieldPanel("title"), FieldPanel("lead"), FieldPanel("day"), COVER, FieldPanel("body")]

EVENT_PANELS = [
    TitleFieldPanel("title"),
    FieldPanel("lead"),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
            FieldPanel("place"),
            FieldPanel("video_url"),
            FieldPanel("registration_url"),
            ProgrammeChooserPanel("programme"),
        ],
        heading=_("Когда и где"),
    ),
    FieldPanel("audience", widget=forms.CheckboxSelectMultiple, classname="duet-choices"),
    COVER,
    FieldPanel("body"),
]
