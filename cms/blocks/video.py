"""A video of another site: a link until a visitor asks for the player."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from cms.blocks.players import player_of


class VideoAddressBlock(blocks.URLBlock):
    """The address of a video's page on one of the known sites."""

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if cleaned and player_of(cleaned) is None:
            raise ValidationError(
                _("Возьмите адрес страницы ролика на RuTube, VK Видео или Одноклассниках: https://rutube.ru/video/…")
            )
        return cleaned


class VideoBlock(blocks.StructBlock):
    """A title, an own picture and a link; a script shows the player in its place after a click."""

    address = VideoAddressBlock(label=gettext_lazy("адрес ролика"))
    title = blocks.CharBlock(label=gettext_lazy("название"), max_length=200)
    length = blocks.CharBlock(label=gettext_lazy("сколько идёт"), required=False, max_length=30, help_text="12 минут")
    cover = ImageChooserBlock(label=gettext_lazy("обложка"), required=False)
    transcript = blocks.RichTextBlock(
        label=gettext_lazy("что говорят в ролике"),
        required=False,
        features=["bold", "ol", "ul"],
        help_text=gettext_lazy("Для тех, кто не слышит или смотрит без звука."),
    )

    class Meta:
        label = gettext_lazy("видео")
        icon = "media"
        template = "blocks/video.html"
        description = gettext_lazy("Ролик: до нажатия ничего не загружается с чужого сайта")
        preview_value = {
            "address": "https://rutube.ru/video/00000000000000000000000000000000/",
            "title": "Как мы готовимся к открытому уроку",
            "length": "12 минут",
            "cover": None,
            "transcript": "",
        }

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context)
        return {**context, "player": player_of(value["address"] or "")}
