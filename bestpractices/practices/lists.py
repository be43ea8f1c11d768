"""What a practice lists: authors, steps, indicators, materials, grounds."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from bestpractices.practices.enums import Unit
from bestpractices.practices.models import PracticePage
from mentoring.bank.models import Mentor
from mentoring.pairs.models import Pair


class PracticeRow(Orderable):
    """A row of a practice: its words are reviewed with those of the page, so they change together with them alone."""

    class Meta(Orderable.Meta):
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store it; raises ``PublishedAroundReview`` where visitors would read it without a review."""
        from bestpractices.review.guard import refuse_row_around

        refuse_row_around(self)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Remove it; raises ``PublishedAroundReview`` where visitors read it."""
        from bestpractices.review.guard import refuse_row_around

        refuse_row_around(self, is_going=True)
        return super().delete(*args, **kwargs)


class AuthorPair(PracticeRow):
    """A pair of the bank that made the practice; the mentee is never named."""

    page = ParentalKey(PracticePage, on_delete=models.CASCADE, related_name="author_pairs")
    pair = models.ForeignKey(Pair, models.PROTECT, related_name="practices", verbose_name=_("пара"))

    class Meta(PracticeRow.Meta):
        verbose_name = _("пара авторов")
        verbose_name_plural = _("пары авторов")


class CoAuthor(PracticeRow):
    """A mentor of the bank who wrote it too; named to visitors while the consents of the entry hold."""

    page = ParentalKey(PracticePage, on_delete=models.CASCADE, related_name="coauthors")
    mentor = models.ForeignKey(Mentor, models.PROTECT, related_name="practices", verbose_name=_("соавтор"))

    class Meta(PracticeRow.Meta):
        verbose_name = _("соавтор")
        verbose_name_plural = _("соавторы")


class PracticeStep(PracticeRow):
    """One step that others can repeat."""

    page = ParentalKey(PracticePage, on_delete=models.CASCADE, related_name="steps")
    text = models.TextField(_("что делаем"), max_length=1200)
    duration = models.CharField(_("сколько длится"), max_length=80, blank=True, help_text=_("«10 минут», «2 недели»"))

    class Meta(PracticeRow.Meta):
        verbose_name = _("шаг")
        verbose_name_plural = _("шаги")


class PracticeIndicator(PracticeRow):
    """A planned figure of the programme or roadmap, and what was reached (S4-09)."""

    page = ParentalKey(PracticePage, on_delete=models.CASCADE, related_name="indicators")
    name = models.CharField(_("показатель"), max_length=200)
    unit = models.CharField(_("в чём считаем"), max_length=10, choices=Unit, default=Unit.PERCENT)
    planned = models.DecimalField(_("план"), max_digits=9, decimal_places=2)
    actual = models.DecimalField(_("факт"), max_digits=9, decimal_places=2, null=True, blank=True)
    source = models.CharField(_("откуда цифра"), max_length=200, blank=True)

    class Meta(PracticeRow.Meta):
        verbose_name = _("показатель")
        verbose_name_plural = _("показатели")

    def clean(self) -> None:
        """A share is at most a hundred per cent, and nothing is counted below zero."""
        super().clean()
        for field in ("planned", "actual"):
            value: Decimal | None = getattr(self, field)
            if value is not None and (value < 0 or (self.unit == Unit.PERCENT and value > 100)):
                raise ValidationError({field: _("Проверьте число: для процентов от 0 до 100, иначе не меньше нуля.")})


class PracticeMaterial(PracticeRow):
    """A sheet, a form, a recording that helps to repeat the practice."""

    page = ParentalKey(PracticePage, on_delete=models.CASCADE, related_name="materials")
    title = models.CharField(_("название"), max_length=160)
    document = models.ForeignKey(
        "wagtaildocs.Document", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("файл")
    )
    url = models.URLField(_("или ссылка"), max_length=400, blank=True)

    class Meta(PracticeRow.Meta):
        verbose_name = _("материал")
        verbose_name_plural = _("материалы")

    @property
    def address(self) -> str:
        """Where the material is; empty if only its name is known."""
        document: Any = self.document
        return document.url if document is not None else self.url


class PracticeGround(PracticeRow):
    """The act or programme on which the practice rests."""

    page = ParentalKey(PracticePage, on_delete=models.CASCADE, related_name="grounds")
    target = models.ForeignKey(
        "wagtailcore.Page", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("страница")
    )
    words = models.CharField(_("что это"), max_length=200, help_text=_("«Приказ № 214-о, раздел 4»"))

    class Meta(PracticeRow.Meta):
        verbose_name = _("основание")
        verbose_name_plural = _("основания")
