"""What the pages of all rooms share: each stands in the branch of a municipality, or in the region's own."""

from __future__ import annotations

from typing import Any, ClassVar

from django.apps import apps
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import find_available_slug
from wagtail.models import Page, PagePermissionTester

from cms.accounts.territory import User
from cms.branches.frame import FramePermissionTester, NeverCopiedTester
from cms.pages.addresses import Addressed, AddressedForm
from cms.pages.findable import Findable
from cms.pages.numbering import number_parts
from cms.pages.own import OwnPage
from cms.pages.sections import sections
from cms.territories.models import Municipality


class EditorialPage(Addressed, Findable, OwnPage):
    """A page that belongs to the municipality in whose branch it stands; to the region (None) outside of all."""

    territory_path = "municipality"
    #: Whether feeds tell of pages of this kind.
    in_feeds: ClassVar[bool] = True
    #: Whether an editor may begin a new page of the kind from a copy of another; decided in ``docs/doors.md``.
    is_copied: ClassVar[bool] = False

    municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("муниципалитет"),
    )
    lead = models.CharField(
        _("коротко"), max_length=240, blank=True, help_text=_("Одно-два предложения: стоят под заголовком и в списках.")
    )

    content_panels: ClassVar = [*Page.content_panels, "lead"]
    base_form_class = AddressedForm

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Take the municipality from the branch (a move is followed by ``cms.pages.moves``) and number the parts."""
        self.municipality = self.find_municipality()
        number_parts(self)
        if self._state.adding and self.slug and self.path:
            # A draft that the editor keeps by itself may have taken the address after the form was checked.
            self.slug = find_available_slug(Page.objects.parent_of(self).get(), self.slug)
        super().save(*args, **kwargs)

    def permissions_for_user(self, user: User) -> PagePermissionTester:
        """What the user may do here; the home and the sections of a branch are not for its editors to remove."""
        if self.is_frame:
            return FramePermissionTester(user, self)
        return super().permissions_for_user(user) if self.is_copied else NeverCopiedTester(user, self)

    @property
    def is_frame(self) -> bool:
        """Whether the page is the home of a branch or one of its sections."""
        return self.is_section()

    @classmethod
    def is_section(cls) -> bool:
        """Whether pages of this kind are sections, which every branch has once."""
        return cls in sections

    def find_municipality(self) -> Municipality | None:
        """The municipality that the page's place in the tree gives it."""
        return municipality_of_path(self.path)


def municipality_of_path(path: str) -> Municipality | None:
    """The municipality in whose branch a page with this tree path stands."""
    from cms.pages.models import MunicipalityPage

    steps = range(Page.steplen, len(path) + 1, Page.steplen)
    branch = MunicipalityPage.objects.filter(path__in=[path[:end] for end in steps]).select_related("home_of")
    home = branch.order_by("-depth").first()
    return home.home_of if home else None


def editorial_models() -> list[type[EditorialPage]]:
    """Every page type of the site that stands in a branch."""
    return [model for model in apps.get_models() if issubclass(model, EditorialPage)]
