"""Blocks in which the order matters: events in time, and steps."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.blocks.words import SMALL_TEXT_FEATURES


class MomentBlock(blocks.StructBlock):
    """What happened, and when."""

    when = blocks.CharBlock(label=_("когда"), max_length=60, help_text=_("«Сентябрь», «с 12 по 16 октября»"))
    title = blocks.CharBlock(label=_("что"), max_length=200)
    text = blocks.RichTextBlock(label=_("подробнее"), required=False, features=SMALL_TEXT_FEATURES)


class TimelineBlock(blocks.StructBlock):
    """Events one after the other."""

    items = blocks.ListBlock(MomentBlock(), label=_("события"), min_num=1)

    class Meta:
        label = _("лента времени")
        icon = "date"
        template = "blocks/timeline.html"
        description = _("События по порядку, каждое со сроком")
        preview_value = {
            "items": [
                {"when": "Сентябрь", "title": "Диагностика затруднений", "text": "<p>Анкета и беседа.</p>"},
                {"when": "Октябрь", "title": "Приказ о парах", "text": ""},
            ]
        }


class StepBlock(blocks.StructBlock):
    """One step."""

    title = blocks.CharBlock(label=_("шаг"), max_length=200)
    text = blocks.RichTextBlock(label=_("как это делают"), required=False, features=SMALL_TEXT_FEATURES)


class StepsBlock(blocks.StructBlock):
    """Numbered steps."""

    items = blocks.ListBlock(StepBlock(), label=_("шаги"), min_num=1)

    class Meta:
        label = _("шаги")
        icon = "list-ol"
        template = "blocks/steps.html"
        description = _("Что сделать по порядку, с номерами")
        preview_value = {
            "items": [
                {"title": "Выберите наставника", "text": "<p>По предмету или теме.</p>"},
                {"title": "Напишите ему", "text": "<p>Письмо передаст сайт.</p>"},
            ]
        }
