"""A picture, always with words for those who do not see it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock

FILE_ENDINGS = (".jpg", ".jpeg", ".png", ".gif", ".webp")


def refuse_empty_words(alt: str) -> None:
    """Raise ``ValidationError`` where the words describe a file and not what is seen in it."""
    words = alt.strip().lower()
    if words.endswith(FILE_ENDINGS) or words in {"фото", "фотография", "картинка", "изображение", "рисунок"}:
        raise ValidationError(_("Опишите, что на картинке видно: кто, где, что делает."))


class PictureBlock(blocks.StructBlock):
    """A picture with alternative text, a caption and its source."""

    image = ImageChooserBlock(label=gettext_lazy("картинка"))
    alt = blocks.CharBlock(
        label=gettext_lazy("что на картинке"),
        help_text=gettext_lazy(
            "Услышат те, кто не видит, и прочтут те, у кого картинки отключены: «Две учительницы разбирают тетради»."
        ),
        max_length=250,
    )
    caption = blocks.CharBlock(label=gettext_lazy("подпись"), required=False, max_length=250)
    source = blocks.CharBlock(label=gettext_lazy("автор или источник"), required=False, max_length=120)

    class Meta:
        label = gettext_lazy("картинка")
        icon = "image"
        template = "blocks/picture.html"
        description = gettext_lazy("Фотография или схема с описанием")

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        try:
            refuse_empty_words(cleaned["alt"])
        except ValidationError as error:
            raise StructBlockValidationError(block_errors={"alt": error}) from error
        return cleaned
