"""The pages of the ground floor."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, PagePermissionTester

from cms.accounts.territory import User
from cms.blocks.body import BodyBlocks
from cms.blocks.fields import BodyField
from cms.branches.frame import FramePermissionTester
from cms.pages.addresses import Addressed
from cms.pages.editorial import EditorialPage
from cms.pages.findable import Findable, FoundAs
from cms.pages.own import OwnPage
from cms.territories.models import Municipality


class HomePage(OwnPage):
    """The region's first page: what a visitor came for, and the region in numbers."""

    lead = models.CharField(_("строка под заголовком"), max_length=240, blank=True)
    body = BodyField(BodyBlocks(), blank=True, verbose_name=_("текст"))

    content_panels: ClassVar = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body")]
    parent_page_types: ClassVar = ["wagtailcore.Page"]
    template = "cms/home_page.html"
    #: The region's own home: its panels tell of all municipalities.
    municipality = None

    def permissions_for_user(self, user: User) -> PagePermissionTester:
        """The first page of the frame."""
        return FramePermissionTester(user, self)

    class Meta:
        verbose_name = _("главная страница")
        verbose_name_plural = _("главные страницы")


class ContentPage(Addressed, Findable, OwnPage):
    """A page of text: about the centre, personal data, accessibility."""

    lead = models.CharField(_("строка под заголовком"), max_length=240, blank=True)
    body = BodyField(BodyBlocks(), blank=True, verbose_name=_("текст"))

    found_as = FoundAs("about", _("О центре"))
    is_copied = True
    content_panels: ClassVar = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body")]
    template = "cms/content_page.html"

    class Meta:
        verbose_name = _("страница с текстом")
        verbose_name_plural = _("страницы с текстом")


class MunicipalityPage(EditorialPage):
    """The home of a municipality: the top of its branch, inside which its people write."""

    home_of = models.OneToOneField(
        Municipality, models.PROTECT, related_name="home_page", verbose_name=_("муниципалитет")
    )

    is_frame = True
    found_as = FoundAs("municipality", _("Муниципалитеты"))
    in_feeds = False

    body = BodyField(BodyBlocks(), blank=True, verbose_name=_("текст"))

    content_panels: ClassVar = [*EditorialPage.content_panels, "home_of", "body"]
    parent_page_types: ClassVar = ["cms.HomePage"]
    template = "cms/municipality_page.html"

    class Meta:
        verbose_name = _("главная страница муниципалитета")
        verbose_name_plural = _("главные страницы муниципалитетов")

    def find_municipality(self) -> Municipality | None:
        return self.home_of
