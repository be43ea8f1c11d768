"""Blocks of figures: a table, and numbers in large type."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from cms.blocks.words import SMALL_TEXT_FEATURES, VoiceBlock


class CellsBlock(TypedTableBlock):
    """A table whose columns know what they hold."""

    text = blocks.CharBlock(label=_("слова"), required=False)
    number = blocks.DecimalBlock(label=_("число"), required=False)
    rich_text = blocks.RichTextBlock(label=_("текст со ссылками"), required=False, features=SMALL_TEXT_FEATURES)


class TableBlock(blocks.StructBlock):
    """A table with a name; on a phone each row becomes a block of its own."""

    title = blocks.CharBlock(label=_("название таблицы"), max_length=200)
    table = CellsBlock(label=_("таблица"))
    first_is_heading = blocks.BooleanBlock(label=_("первый столбец – заголовки строк"), required=False, default=True)

    class Meta:
        label = _("таблица")
        icon = "table"
        template = "blocks/table.html"
        description = _("Строки и столбцы; числа по правому краю")

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context)
        table = value["table"]
        numeric = [isinstance(column["block"], blocks.DecimalBlock) for column in table.columns]
        headings = [column["heading"] for column in table.columns]
        columns = list(zip(headings, numeric, strict=True))
        rows = [
            [(cell, heading, is_number) for cell, (heading, is_number) in zip(row, columns, strict=True)]
            for row in table.rows
        ]
        return {**context, "columns": columns, "rows": rows}


class NumberBlock(blocks.StructBlock):
    """One number and what it counts."""

    figure = blocks.DecimalBlock(label=_("число"), max_digits=12, decimal_places=2)
    words = blocks.CharBlock(label=_("что это"), max_length=120, help_text=_("«наставников в районе»"))
    note = blocks.CharBlock(label=_("пояснение"), required=False, max_length=160, help_text=_("Год, источник"))
    voice = VoiceBlock()


class NumbersBlock(blocks.StructBlock):
    """Two to four numbers side by side."""

    items = blocks.ListBlock(NumberBlock(), label=_("числа"), min_num=1, max_num=4)

    class Meta:
        label = _("числа")
        icon = "order"
        template = "blocks/numbers.html"
        description = _("До четырёх чисел крупно")
        preview_value = {
            "items": [
                {"figure": 46, "words": "наставников в районе", "note": "на 1 сентября", "voice": "mentor"},
                {"figure": 31, "words": "пара работает", "note": "", "voice": ""},
            ]
        }
