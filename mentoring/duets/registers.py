"""The bank of questions in the admin."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList

from cms.accounts.registers import Register
from mentoring.duets.question_bank import BankQuestion


class QuestionRegister(Register):
    """Questions for duets."""

    model = BankQuestion
    menu_label = _("Банк вопросов")
    menu_icon = "help"
    menu_order = 300
    menu_hook = "register_duets_menu_item"
    list_display = ("text", "theme", "follow_up", "is_active")
    list_filter = ("theme", "is_active")
    search_fields = ("text", "follow_up")
    edit_handler = ObjectList(
        [
            FieldPanel("text"),
            FieldPanel("follow_up"),
            FieldRowPanel([FieldPanel("theme"), FieldPanel("order"), FieldPanel("is_active")]),
        ]
    )
