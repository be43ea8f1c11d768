"""Blocks of cards: documents to take along, and people who agreed to be shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

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


class ConsentedPeopleBlock(blocks.ListBlock):
    """People of whom only those with a consent are shown, found or handed out."""

    def get_searchable_content(self, value: Any) -> list[str]:
        return [text for person in consented(value) for text in self.child_block.get_searchable_content(person)]

    def get_api_representation(self, value: Any, context: Any = None) -> list[Any]:
        return [self.child_block.get_api_representation(person, context=context) for person in consented(value)]


def consented(people: Iterable[Any]) -> list[Any]:
    """Those whose mark about the consent stands."""
    return [person for person in people if person["consented"]]


class PeopleBlock(blocks.StructBlock):
    """People side by side."""

    items = ConsentedPeopleBlock(PersonBlock(), label=_("люди"), min_num=1)

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
