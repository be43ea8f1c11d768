"""The page of an organisation (S2-04)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, TitleFieldPanel

from cms.accounts.territory import municipality_of
from cms.organisations.relations import organisation_relations
from cms.organisations.structured import json_ld
from cms.pages.covered import CoveredPage
from cms.pages.findable import Found, FoundAs
from cms.territories.models import Organisation


class OrganisationPage(CoveredPage):
    """What an organisation tells of its mentoring; with the mark it counts as a «Ресурсный центр»."""

    organisation = models.OneToOneField(
        Organisation, models.PROTECT, related_name="page", verbose_name=gettext_lazy("организация")
    )
    is_resource_centre = models.BooleanField(
        gettext_lazy("это раздел «Ресурсный центр наставнических практик»"),
        default=False,
        help_text=gettext_lazy("Отметка учитывается в показателях муниципалитета."),
    )

    content_panels: ClassVar = [
        TitleFieldPanel("title"),
        FieldPanel("organisation"),
        FieldPanel("lead"),
        FieldPanel("is_resource_centre"),
        MultiFieldPanel([FieldPanel("cover"), FieldPanel("cover_alt")], heading=gettext_lazy("Картинка в начале")),
        FieldPanel("body"),
    ]
    parent_page_types: ClassVar = ["cms.MunicipalityPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "cms/organisations/organisation_page.html"
    found_as = FoundAs("organisation", gettext_lazy("Организации"))

    class Meta:
        verbose_name = gettext_lazy("страница организации")
        verbose_name_plural = gettext_lazy("страницы организаций")

    def clean(self) -> None:
        """A page stands in the branch of its organisation's municipality."""
        super().clean()
        place = self.find_municipality() if self.path else None
        if place and self.organisation_id and municipality_of(self.organisation) != place.pk:
            raise ValidationError({"organisation": _("Это организация другого муниципалитета.")})

    def found(self) -> Found | None:
        found = super().found()
        own = self.organisation
        return found and replace(found, words=f"{own.short_name} {own.full_name}", facts=(own.full_name,))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        related = organisation_relations.of(self.organisation, timezone.localdate())
        structured = json_ld(self.organisation, self.full_url or "")
        return {**context, "structured": structured, "related": related, "organisation": self.organisation}
