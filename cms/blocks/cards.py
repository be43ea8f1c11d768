"""Blocks of cards: documents to take along, and people who agreed to be shown."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock


class FileBlock(blocks.StructBlock):
    """A document with a word about it."""

    document = DocumentChooserBlock(label=_("документ"))
    note = blocks.CharBlock(label=_("пояснение"), required=False, max_length=200)


class DocumentsBlock(blocks.StructBlock):
    """Documents with their kind and size."""

    title = blocks.CharBlock(label=_("заголовок"), required=False, max_length=120)
    items = blocks.ListBlock(FileBlock(), label=_("документы"), min_num=1)

    class Meta:
        label = _("документы")
        icon = "doc-full-inverse"
        template = "blocks/documents.html"
        description = _("Файлы с видом и размером")


class PersonBlock(blocks.StructBlock):
    """A person whom the page may show: shown only while the mark about the consent stands."""

    name = blocks.CharBlock(label=_("имя"), max_length=120)
    role = blocks.CharBlock(label=_("должность или роль"), max_length=200)
    about = blocks.TextBlock(label=_("коротко"), required=False, max_length=400, rows=2)
    photo = ImageChooserBlock(label=_("фотография"), required=False)
    phone = blocks.CharBlock(label=_("телефон"), required=False, max_length=60)
    email = blocks.EmailBlock(label=_("электронная почта"), required=False)
    consented = blocks.BooleanBlock(
        label=_("согласие на публикацию есть, в нём названо всё, что здесь написано"),
        help_text=_("Согласие закончилось или отозвано – снимите отметку: человек исчезнет со страницы."),
        required=False,
    )


class PeopleBlock(blocks.StructBlock):
    """People side by side."""

    items = blocks.ListBlock(PersonBlock(), label=_("люди"), min_num=1)

    class Meta:
        label = _("люди")
        icon = "group"
        template = "blocks/people.html"
        description = _("Карточки людей, давших согласие")
        preview_value = {
            "items": [
                {
                    "name": "Вера Аркадьевна Лосева",
                    "role": "куратор наставничества",
                    "about": "Отвечает на вопросы о парах и планах.",
                    "photo": None,
                    "phone": "8 (000) 000-00-00",
                    "email": "",
                    "consented": True,
                }
            ]
        }
