"""The section «Новости и события» and its two kinds of pages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import PageManager

from cms.choice_list import ChoiceListField
from cms.news.enums import Audience
from cms.news.panels import EVENT_PANELS, NEWS_PANELS
from cms.news.querysets import EventQuerySet, NewsQuerySet
from cms.pages.covered import CoveredPage
from cms.pages.editorial import EditorialPage
from cms.pages.findable import Found, FoundAs


class NewsIndexPage(RoutablePageMixin, EditorialPage):
    """What happened and what will happen in a branch; the region's own section shows all branches."""

    parent_page_types: ClassVar = ["cms.HomePage", "cms.MunicipalityPage"]
    subpage_types: ClassVar = ["cms.NewsPage", "cms.EventPage"]
    template = "cms/news/index_page.html"

    class Meta:
        verbose_name = gettext_lazy("раздел «Новости и события»")
        verbose_name_plural = gettext_lazy("разделы «Новости и события»")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from cms.news.lists import news_list  # words stand above the models

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {**context, "list": news_list(self, request)}

    @path("kalendar/", name="calendar")
    def calendar(self, request: HttpRequest) -> HttpResponseBase:
        """Coming events of the branch, to subscribe to."""
        from cms.news.calendars import calendar_response

        events = EventPage.objects.readable().of_branch(self.municipality).coming(timezone.now())
        return calendar_response(request, self.title, f"{self.slug}.ics", events)


class NewsPage(CoveredPage):
    """What happened."""

    day = models.DateField(gettext_lazy("дата"), default=timezone.localdate)

    found_as = FoundAs("news", gettext_lazy("Новости"))
    is_copied = True
    objects = PageManager.from_queryset(NewsQuerySet)()

    content_panels: ClassVar = NEWS_PANELS
    parent_page_types: ClassVar = ["cms.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "cms/news/news_page.html"

    class Meta:
        verbose_name = gettext_lazy("новость")
        verbose_name_plural = gettext_lazy("новости")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from cms.news.structured import news_json_ld

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {**context, "structured": news_json_ld(self, request)}

    def found(self) -> Found | None:
        found = super().found()
        return found and replace(found, day=self.day)


class EventPage(RoutablePageMixin, CoveredPage):
    """What will happen: when, where, for whom; a webinar has a link instead of a place (S0-11)."""

    starts_at = models.DateTimeField(gettext_lazy("начало"))
    ends_at = models.DateTimeField(gettext_lazy("окончание"), null=True, blank=True)
    place = models.CharField(
        gettext_lazy("место"),
        max_length=200,
        blank=True,
        help_text=gettext_lazy("«Лицей № 4, пос. Ключи, актовый зал»"),
    )
    video_url = models.URLField(gettext_lazy("ссылка на видеовстречу"), blank=True, max_length=400)
    registration_url = models.URLField(gettext_lazy("ссылка на запись"), blank=True, max_length=400)
    audience = ChoiceListField(gettext_lazy("для кого"), options=Audience)
    programme = models.ForeignKey(
        "wagtailcore.Page",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=gettext_lazy("программа"),
        help_text=gettext_lazy("Программа наставничества, к которой относится событие."),
    )

    found_as = FoundAs("event", gettext_lazy("События"))
    is_copied = True
    objects = PageManager.from_queryset(EventQuerySet)()

    content_panels: ClassVar = EVENT_PANELS
    parent_page_types: ClassVar = ["cms.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "cms/news/event_page.html"

    class Meta:
        verbose_name = gettext_lazy("событие")
        verbose_name_plural = gettext_lazy("события")

    def clean(self) -> None:
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("Окончание не позже начала. Проверьте дату и время.")})
        if not (self.place or self.video_url):
            raise ValidationError({"place": _("Укажите место или ссылку на видеовстречу.")})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from cms.news.structured import event_json_ld
        from cms.news.words import event_words

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        words = event_words(self, timezone.localtime(), request, with_programme=True)
        return {**context, "event": words, "structured": event_json_ld(self, request)}

    def found(self) -> Found | None:
        found = super().found()
        day = timezone.localdate(self.starts_at)
        return found and replace(found, day=day, facts=tuple(filter(None, [self.place])))

    @path("kalendar/", name="calendar")
    def calendar(self, request: HttpRequest) -> HttpResponseBase:
        """The event for one's own calendar."""
        from cms.news.calendars import calendar_response

        return calendar_response(request, self.title, f"{self.slug}.ics", [self])
