"""A page whose text is built from blocks, with a picture at its head."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.blocks.body import BodyBlocks
from cms.blocks.fields import BodyField
from cms.blocks.pictures import refuse_empty_words
from cms.pages.editorial import EditorialPage


class CoveredPage(EditorialPage):
    """A page with blocks and a picture at its head."""

    cover = models.ForeignKey(
        "wagtailimages.Image",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=gettext_lazy("картинка"),
    )
    cover_alt = models.CharField(
        gettext_lazy("что на картинке"),
        max_length=250,
        blank=True,
        help_text=gettext_lazy("Услышат те, кто не видит: «Участники круглого стола в актовом зале»."),
    )
    body = BodyField(BodyBlocks(), blank=True, verbose_name=gettext_lazy("текст"))

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.cover_id and not self.cover_alt.strip():
            raise ValidationError({"cover_alt": _("Опишите картинку словами для тех, кто её не увидит.")})
        try:
            refuse_empty_words(self.cover_alt)
        except ValidationError as error:
            raise ValidationError({"cover_alt": error}) from error
