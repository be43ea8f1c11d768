"""Blocks of words: text, a quotation, questions that open."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

#: What an editor may do inside running text; headings begin at the second level, the first is the page's own.
TEXT_FEATURES = ["h2", "h3", "bold", "link", "person", "document-link", "ol", "ul"]
SMALL_TEXT_FEATURES = ["bold", "link", "person", "document-link", "ol", "ul"]


class Voice(models.TextChoices):
    """Whose words or figures these are; the design gives each voice its own look."""

    NEUTRAL = "", _("ничей")
    MENTOR = "mentor", _("наставника")
    MENTEE = "mentee", _("наставляемого")


class VoiceBlock(blocks.ChoiceBlock):
    """Whose voice it is, nobody's by default."""

    choices = [choice for choice in Voice.choices if choice[0]]

    class Meta:
        required = False
        label = _("чей голос")


class TextBlock(blocks.RichTextBlock):
    """Running text with subheadings and lists."""

    class Meta:
        label = _("текст")
        icon = "pilcrow"
        template = "blocks/text.html"
        description = _("Абзацы, подзаголовки, списки, ссылки")
        preview_value = (
            "<h2>Первая встреча</h2><p>Договоритесь, <b>когда</b> и где вы встречаетесь, и чем встреча закончится.</p>"
            "<ul><li>час в неделю</li><li>один вопрос за раз</li></ul>"
        )


class QuoteBlock(blocks.StructBlock):
    """Somebody's words, with the name and the post."""

    text = blocks.TextBlock(label=_("слова"), help_text=_("Без кавычек: их поставит сайт."), rows=3, max_length=700)
    author = blocks.CharBlock(label=_("кто сказал"), required=False, max_length=120)
    role = blocks.CharBlock(label=_("должность или роль"), required=False, max_length=160)
    voice = VoiceBlock()

    class Meta:
        label = _("цитата")
        icon = "openquote"
        template = "blocks/quote.html"
        description = _("Чужие слова крупно")
        preview_value = {
            "text": "Первый год я вела не уроки, а оборону. Потом в классе появился человек, который был за меня.",
            "author": "Дарья Мельникова",
            "role": "учитель математики",
            "voice": "mentee",
        }


class QuestionBlock(blocks.StructBlock):
    """One question that opens to its answer."""

    question = blocks.CharBlock(label=_("вопрос или заголовок"), max_length=200)
    answer = blocks.RichTextBlock(label=_("ответ"), features=SMALL_TEXT_FEATURES)


class AccordionBlock(blocks.StructBlock):
    """Questions under each other; without scripts, and all open on paper."""

    items = blocks.ListBlock(QuestionBlock(), label=_("вопросы"), min_num=1)

    class Meta:
        label = _("вопросы и ответы")
        icon = "help"
        template = "blocks/accordion.html"
        description = _("Раскрывающиеся ответы")
        preview_value = {
            "items": [
                {"question": "Можно ли сменить наставника?", "answer": "<p>Да. Скажите об этом куратору школы.</p>"},
                {"question": "Сколько длится работа пары?", "answer": "<p>Обычно учебный год.</p>"},
            ]
        }
