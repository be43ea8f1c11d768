"""A selection of mentors: the address of a search, kept; who is found is asked anew for every visitor."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.blocks.saved_searches import NotASearchError, find_saved

KIND = "mentor"


class SearchAddressBlock(blocks.CharBlock):
    """An address copied from the search for mentors."""

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        try:
            find_saved(KIND, cleaned, 1)
        except NotASearchError as error:
            raise ValidationError(str(error)) from error
        return cleaned


class MentorsBlock(blocks.StructBlock):
    """The first mentors of a kept search, with the way to all of them."""

    title = blocks.CharBlock(label=_("заголовок"), max_length=120, help_text=_("«Наставники по химии»"))
    address = SearchAddressBlock(
        label=_("адрес поиска"),
        max_length=2000,
        help_text=_("Найдите наставников на сайте и скопируйте адрес страницы из браузера."),
    )
    number = blocks.ChoiceBlock(label=_("сколько показать"), choices=[("3", "3"), ("6", "6")], default="3")

    class Meta:
        label = _("подборка наставников")
        icon = "search"
        template = "blocks/mentors.html"
        description = _("Сохранённый поиск: сколько нашлось и первые карточки")
        preview_value = {"title": "Наставники по химии", "address": "/nastavniki/?q=химия", "number": "3"}

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context)
        try:
            found = find_saved(KIND, value["address"], int(value["number"] or 3))
        except NotASearchError:  # an address of an older form of the search: the page stays whole without it
            found = None
        return {**context, "found": found}
