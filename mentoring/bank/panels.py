"""The tabs of an entry's form, in the order in which a coordinator asks."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    PublishingPanel,
    TabbedInterface,
)

from cms.pages.rows import RowsPanel
from mentoring.bank.forms import MentorForm
from mentoring.bank.models import Mentor
from mentoring.bank.publicness import reasons_hidden

CHECKBOXES = forms.CheckboxSelectMultiple


class VisibilityPanel(Panel):
    """Says at the top of a saved entry whether visitors see it, and if not, everything that is missing."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "mentoring/admin/visibility_panel.html"

        def is_shown(self) -> bool:
            return self.instance is not None and self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            stored = Mentor.objects.with_reasons().get(pk=self.instance.pk)
            return context | {"reasons": reasons_hidden(stored, timezone.localdate()), "mentor": stored}


WHO = [
    VisibilityPanel(),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("last_name"), FieldPanel("first_name"), FieldPanel("patronymic")]),
            FieldPanel("organisation"),
            FieldRowPanel([FieldPanel("position"), FieldPanel("person")]),
        ],
        heading=_("Имя и место работы"),
    ),
    MultiFieldPanel(
        [FieldPanel("is_minor"), FieldPanel("of_age_confirmed")],
        heading=_("Возраст"),
        help_text=_("Запись о несовершеннолетнем посетители не видят никогда, даже с согласием родителей."),
    ),
    MultiFieldPanel([FieldRowPanel([FieldPanel("source"), FieldPanel("level")])], heading=_("Учёт")),
]

HELPS_WITH = [
    FieldPanel("subjects", widget=CHECKBOXES, classname="duet-choices"),
    FieldPanel("directions", widget=CHECKBOXES, classname="duet-choices"),
    FieldRowPanel([FieldPanel("experience_band"), FieldPanel("category"), FieldPanel("special_categories")]),
]

TAKES = [
    FieldPanel("audiences", widget=CHECKBOXES, classname="duet-choices"),
    FieldRowPanel([FieldPanel("mentee_experience"), FieldPanel("mentee_categories")]),
    FieldRowPanel([FieldPanel("forms"), FieldPanel("kinds"), FieldPanel("meetings")]),
    FieldPanel("places_total"),
]

ABOUT = [
    FieldPanel("about"),
    FieldPanel("portrait"),
    FieldRowPanel([FieldPanel("honours"), FieldPanel("is_honoured")]),
    FieldRowPanel([FieldPanel("case_title"), FieldPanel("case_url")]),
    RowsPanel("portfolio_links", heading=_("Портфолио"), label=_("Ссылка")),
]

CONTACT = [
    HelpPanel(
        content=_(
            "Посетители увидят только то, что названо в согласии на публикацию. Адрес почты не показывается никому: "
            "на сайте есть форма письма."
        )
    ),
    FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
    FieldPanel("page_url"),
    PublishingPanel(),
]

MENTOR_EDIT_HANDLER = TabbedInterface(
    [
        ObjectList(WHO, heading=_("Кто")),
        ObjectList(HELPS_WITH, heading=_("С чем помогает")),
        ObjectList(TAKES, heading=_("Кого берёт")),
        ObjectList(ABOUT, heading=_("О себе")),
        ObjectList(CONTACT, heading=_("Связь")),
    ],
    base_form_class=MentorForm,
)
