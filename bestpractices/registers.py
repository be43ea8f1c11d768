"""The region's rules, criteria and experts in the admin «Практики»."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList

from bestpractices.review.models import ReviewPolicy
from bestpractices.scoring.models import Criterion, Expert
from cms.accounts.people import AccountForm
from cms.accounts.registers import Register

MENU = "register_practices_menu_item"


class CriterionRegister(Register):
    """What experts score by."""

    model = Criterion
    menu_label = _("Критерии")
    menu_icon = "list-ol"
    menu_order = 400
    menu_hook = MENU
    list_display = ("name", "weight", "minimum", "is_active")
    search_fields = ("name", "question")
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            FieldPanel("question"),
            FieldRowPanel([FieldPanel("weight"), FieldPanel("minimum"), FieldPanel("order"), FieldPanel("is_active")]),
        ]
    )


class ExpertRegister(Register):
    """Who scores."""

    model = Expert
    menu_label = _("Кто оценивает")
    menu_icon = "user"
    menu_order = 500
    menu_hook = MENU
    list_display = ("full_name", "municipality", "organisation", "email", "is_active")
    list_filter = ("is_active",)
    search_fields = ("full_name", "email", "municipality__name", "organisation__short_name")
    edit_handler = ObjectList(
        [
            FieldPanel("full_name"),
            FieldRowPanel([FieldPanel("user"), FieldPanel("email")]),
            FieldRowPanel([FieldPanel("municipality"), FieldPanel("organisation")]),
            FieldPanel("mentor"),
            FieldPanel("is_active"),
        ],
        base_form_class=AccountForm,
    )


class PolicyRegister(Register):
    """How the region reviews."""

    model = ReviewPolicy
    menu_label = _("Правила проверки")
    menu_icon = "cog"
    menu_order = 600
    menu_hook = MENU
    list_display = ("__str__", "experts_needed", "gap", "hides_author")
    edit_handler = ObjectList(
        [
            FieldPanel("workflow"),
            FieldPanel("corrections"),
            FieldRowPanel([FieldPanel("experts_needed"), FieldPanel("gap")]),
            FieldRowPanel([FieldPanel("hides_author"), FieldPanel("hides_expert")]),
        ]
    )
