"""An act as a page, and the section in which acts stand."""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import PageManager

from cms.acts.citing import citation
from cms.acts.enums import Kind, Level, MentoringModel
from cms.acts.finding import FACETS, FOUND_AS, FOUND_WITH, found
from cms.acts.forms import ActPageForm
from cms.acts.numbers import normalised
from cms.acts.panels import ACT_PANELS
from cms.acts.periods import period_end
from cms.acts.querysets import ActQuerySet
from cms.blanks.pages import BlankFreePage
from cms.choice_list import ChoiceListField
from cms.pages.findable import Found
from cms.pages.listing import Listing, ListingPage, listers
from cms.pages.readiness import Need

#: School years that an act may be about, by their first year.
YEARS = (1990, 2100)


class ActIndexPage(RoutablePageMixin, ListingPage):
    """The acts of a branch; the region's own section shows all of them."""

    listing = Listing(
        of=("cms.ActPage",),
        noun=(_("акт"), _("акта"), _("актов")),
        facets=("level", "model", "state", "act", "year", "issuer", "district"),
        field_label=_("Номер или слово из названия"),
        empty=_("Актов пока нет."),
        card="cms/acts/card.html",
        template="cms/acts/index_page.html",
    )
    parent_page_types: ClassVar = ["cms.HomePage", "cms.MunicipalityPage"]
    subpage_types: ClassVar = ["cms.ActPage"]

    class Meta:
        verbose_name = _("раздел «Нормативные акты»")
        verbose_name_plural = _("разделы «Нормативные акты»")

    @path("")
    def index_route(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The list with its facets."""
        return listers.answer(self, request)

    @path("spisok/", name="list")
    def by_level(self, request: HttpRequest) -> HttpResponse:
        """All acts of the branch on one page, by level or, with ``?po=modelyam``, by model of mentoring (S0-04)."""
        from cms.acts.listing import grouped_acts

        by_model = request.GET.get("po") == "modelyam"
        return self.render(
            request,
            template="cms/acts/grouped.html",
            context_overrides={"groups": grouped_acts(self, request, by_model=by_model), "by_model": by_model},
        )


class ActPage(RoutablePageMixin, BlankFreePage):
    """An order, a directive, a letter … with what it rests on and what it changes (S1-01)."""

    level = models.CharField(_("уровень"), max_length=20, choices=Level, default=Level.MUNICIPAL)
    kind = models.CharField(_("вид"), max_length=20, choices=Kind, default=Kind.ORDER)
    issuer = models.CharField(
        _("кто издал"), max_length=240, blank=True, help_text=_("Полностью, как в самом документе.")
    )
    issuer_short = models.CharField(
        _("кто издал, коротко"),
        max_length=120,
        blank=True,
        help_text=_("В родительном падеже, для ссылок: «Минпросвещения России»."),
    )
    number = models.CharField(_("номер"), max_length=60, blank=True, help_text=_("Без знака «№»: «07-01-05-503»."))
    number_plain = models.CharField(max_length=60, blank=True, editable=False, db_index=True)
    date = models.DateField(_("дата"), null=True, blank=True, help_text=_("«25.09.2023»"))
    force_from = models.DateField(
        _("действует с"), null=True, blank=True, help_text=_("Если не со дня подписания. Конец ставит отменяющий акт.")
    )
    official_title = models.TextField(
        _("официальное название"), max_length=1200, blank=True, help_text=_("Полностью, с «Об утверждении…».")
    )
    school_year = models.PositiveSmallIntegerField(
        _("учебный год"),
        null=True,
        blank=True,
        validators=[MinValueValidator(YEARS[0]), MaxValueValidator(YEARS[1])],
        help_text=_("Год, в котором он начинается: 2023 для 2023/24. Пусто, если акт не на один год."),
    )
    mentoring_models = ChoiceListField(_("модели наставничества"), options=MentoringModel)
    preamble = models.TextField(_("вступление"), max_length=3000, blank=True, help_text=_("До слова «ПРИКАЗЫВАЮ»."))
    control = models.CharField(_("контроль"), max_length=240, blank=True, help_text=_("Кто следит за исполнением."))
    signatory_post = models.CharField(_("должность подписавшего"), max_length=240, blank=True)
    signatory_name = models.CharField(_("кто подписал"), max_length=120, blank=True, help_text=_("«Д. К. Рогожин»"))

    official_url = models.URLField(
        _("где опубликован официально"),
        max_length=500,
        blank=True,
        help_text=_("Ссылка на официальную публикацию. Её увидят и тогда, когда текста здесь нет."),
    )
    is_retold = models.BooleanField(
        _("пункты пересказаны своими словами"),
        default=False,
        help_text=_("Тогда сайт скажет, что текста акта здесь нет, и не предложит его печатать."),
    )
    other_region = models.CharField(
        _("чей, если это акт другого региона"),
        max_length=120,
        blank=True,
        help_text=_("В родительном падеже: «Волгоградской области». Такой акт показан как пример и отмечен."),
    )

    objects = PageManager.from_queryset(ActQuerySet)()

    found_as = FOUND_AS
    facets = FACETS
    found_with = FOUND_WITH

    needs: ClassVar = (
        Need("issuer", _("Укажите, кто издал документ.")),
        Need("number", _("Укажите номер.")),
        Need("date", _("Укажите дату.")),
        Need("official_title", _("Впишите официальное название.")),
    )
    base_form_class = ActPageForm
    content_panels: ClassVar = ACT_PANELS
    parent_page_types: ClassVar = ["cms.ActIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "cms/acts/act_page.html"

    class Meta:
        verbose_name = _("нормативный акт")
        verbose_name_plural = _("нормативные акты")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the number as questions spell it."""
        self.number_plain = normalised(self.number)[:60]
        super().save(*args, **kwargs)

    @property
    def begins(self) -> datetime.date | None:
        """The first day in force."""
        return self.force_from or self.date

    @property
    def ends(self) -> datetime.date | None:
        """The last day of the period that the act is for, where it is for one."""
        return period_end(self)

    @property
    def has_text(self) -> bool:
        """Whether the words of the act itself are here, and not only what the site knows of it."""
        if self.is_retold:
            return False
        is_whole = bool(self.preamble.strip() or self.signatory_post.strip()) and bool(self.paragraphs.all())
        return is_whole or any(part.text.strip() for part in self.attachments.all())

    @property
    def citation(self) -> str:
        """«приказ управления образования от 25.09.2023 № 07-01-05-503»."""
        return citation(self)

    def found(self) -> Found | None:
        """What the search may know of the act."""
        plain = super().found()
        return found(self, plain) if plain else None

    def gaps(self) -> tuple[Need, ...]:
        from cms.acts.rings import ring_needs

        return (*super().gaps(), *ring_needs(self))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from cms.acts.presenters import present
        from cms.acts.relations import act_relations

        context = super().get_context(request, *args, **kwargs)
        related = act_relations.of(self, timezone.localdate()) if self.pk else ()
        return {**context, "act": present(self, request), "related": related}

    @path("pdf/", name="pdf")
    def pdf(self, request: HttpRequest) -> HttpResponse:
        """The act on paper; without its text here, its own file, or the page that says so."""
        from cms.acts.papers import act_pdf

        return act_pdf(self) if self.has_text else self._instead_of_paper(request)

    @path("docx/", name="docx")
    def docx(self, request: HttpRequest) -> HttpResponse:
        """The act for an office; without its text here, its own file, or the page that says so."""
        from cms.acts.papers import act_docx

        return act_docx(self) if self.has_text else self._instead_of_paper(request)

    def _instead_of_paper(self, request: HttpRequest) -> HttpResponse:
        file = next((part.document for part in self.attachments.all() if part.document), None)
        return redirect(file.url if file else self.get_url(request))
