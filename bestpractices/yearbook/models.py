"""A year book: what the school wrote and chose, and the editions that it sent."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from bestpractices.practices.models import PracticePage
from bestpractices.yearbook.enums import PUBLISHABLE_STATES, WRITING_STATES, BookState
from bestpractices.yearbook.querysets import YearBookQuerySet
from cms.territories.models import Organisation
from mentoring.school_years import SchoolYear

#: Letters in a caption, and in the words for a picture.
LONGEST_LINE = 250
#: School years of which a book can tell, by their first year.
YEARS = range(2000, 2101)


def _person(label: Any) -> Any:
    """Who did something; the account may be gone, the fact stays."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=label,
    )


class YearBook(models.Model):
    """The year book of one organisation and one school year; its state moves by actions alone."""

    territory_path = "organisation__municipality"

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="year_books", verbose_name=_("организация")
    )
    year = models.PositiveSmallIntegerField(
        _("учебный год"),
        validators=[MinValueValidator(YEARS[0]), MaxValueValidator(YEARS[-1])],
        help_text=_("Год, в котором он начинается: 2025 для 2025/26."),
    )
    title = models.CharField(
        _("название"), max_length=160, blank=True, help_text=_("Пусто – «Итоговый сборник» с учебным годом.")
    )
    foreword = models.TextField(_("вступительное слово"), max_length=3000, blank=True)
    achieved = models.TextField(_("чего добились"), max_length=4000, blank=True)
    failures = models.TextField(_("что не получилось"), max_length=4000, blank=True)
    plans = models.TextField(_("что дальше"), max_length=3000, blank=True)
    materials_words = models.TextField(
        _("слово ко второй части"),
        max_length=2000,
        blank=True,
        help_text=_("Если материалов нет, напишите почему: тогда сборник можно отправить и без них."),
    )
    practices_words = models.TextField(
        _("слово к третьей части"),
        max_length=2000,
        blank=True,
        help_text=_("Если практик нет, напишите почему: тогда сборник можно отправить и без них."),
    )

    state = models.CharField(_("состояние"), max_length=10, choices=BookState, default=BookState.DRAFT, editable=False)
    state_since = models.DateTimeField(default=timezone.now, editable=False)
    remark = models.TextField(_("замечание центра"), max_length=2000, blank=True, editable=False)
    created_by = _person(_("кто начал"))
    sent_by = _person(_("кто отправил"))
    decided_by = _person(_("кто решил"))
    published_at = models.DateTimeField(_("на странице школы с"), null=True, blank=True, editable=False)

    objects = YearBookQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "organisation__short_name", "pk"]
        verbose_name = _("итоговый сборник")
        verbose_name_plural = _("итоговые сборники")
        indexes = [models.Index(fields=["state", "state_since"])]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "year"],
                name="one_year_book_a_year",
                violation_error_message=_(
                    "У этой организации уже есть сборник за этот учебный год. Откройте его в списке."
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.organisation.short_name}"

    def get_absolute_url(self) -> str:
        """The page of the book; it answers 404 to visitors while the book is not published."""
        return reverse("year-book", args=[self.organisation.code, self.year])

    @property
    @admin.display(description=_("Сборник"))
    def name(self) -> str:
        """Its own title, or «Итоговый сборник 2025/26»."""
        return self.title.strip() or _g("Итоговый сборник %(year)s") % {"year": self.school_year}

    @property
    def school_year(self) -> SchoolYear:
        """The school year that it tells of."""
        return SchoolYear(self.year)

    @property
    def is_writable(self) -> bool:
        """Whether the school may change it now."""
        return self.state in WRITING_STATES

    @property
    def is_public(self) -> bool:
        """The same rule as ``YearBookQuerySet.published``, but for a school that was closed meanwhile."""
        return self.published_at is not None and self.state in PUBLISHABLE_STATES


class BookMaterial(models.Model):
    """A line of the second part: a page of the branch, a document or a picture, with the school's caption."""

    book = models.ForeignKey(YearBook, models.CASCADE, related_name="materials")
    order = models.PositiveSmallIntegerField(_("порядок"), default=1)
    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, null=True, blank=True, related_name="+")
    document = models.ForeignKey("wagtaildocs.Document", models.CASCADE, null=True, blank=True, related_name="+")
    image = models.ForeignKey("wagtailimages.Image", models.CASCADE, null=True, blank=True, related_name="+")
    caption = models.CharField(_("подпись"), max_length=LONGEST_LINE, blank=True)
    alt = models.CharField(_("что на картинке"), max_length=LONGEST_LINE, blank=True)

    class Meta:
        ordering = ["book", "order", "pk"]
        verbose_name = _("материал сборника")
        verbose_name_plural = _("материалы сборника")
        constraints = [
            models.CheckConstraint(
                condition=Q(page__isnull=False, document__isnull=True, image__isnull=True)
                | Q(page__isnull=True, document__isnull=False, image__isnull=True)
                | Q(page__isnull=True, document__isnull=True, image__isnull=False),
                name="book_material_is_one_thing",
            )
        ]

    def __str__(self) -> str:
        return self.caption or str(self.page or self.document or self.image)

    @property
    def key(self) -> str:
        """The thing as a form names it: «page-12»."""
        for name in ("page", "document", "image"):
            if value := getattr(self, f"{name}_id"):
                return f"{name}-{value}"
        return ""


class BookPractice(models.Model):
    """A practice that the school takes into the third part."""

    book = models.ForeignKey(YearBook, models.CASCADE, related_name="practices")
    order = models.PositiveSmallIntegerField(_("порядок"), default=1)
    practice = models.ForeignKey(PracticePage, models.CASCADE, related_name="+")

    class Meta:
        ordering = ["book", "order", "pk"]
        verbose_name = _("практика сборника")
        verbose_name_plural = _("практики сборника")
        constraints = [models.UniqueConstraint(fields=["book", "practice"], name="practice_once_in_a_book")]

    def __str__(self) -> str:
        return str(self.practice)


class BookEdition(models.Model):
    """What was sent: every word but the names of people, and the sum of the paper as it was sent, names included."""

    book = models.ForeignKey(YearBook, models.CASCADE, related_name="editions")
    number = models.PositiveSmallIntegerField(_("номер"))
    content: Any = models.JSONField()
    checksum = models.CharField(_("контрольная сумма"), max_length=64)
    sent_at = models.DateTimeField(_("когда отправлена"), default=timezone.now)
    sent_by = _person(_("кто отправил"))

    class Meta:
        ordering = ["-number"]
        verbose_name = _("редакция сборника")
        verbose_name_plural = _("редакции сборника")
        constraints = [models.UniqueConstraint(fields=["book", "number"], name="book_edition_once")]

    def __str__(self) -> str:
        return _g("редакция %(number)d от %(day)s") % {
            "number": self.number,
            "day": f"{timezone.localtime(self.sent_at):%d.%m.%Y}",
        }
