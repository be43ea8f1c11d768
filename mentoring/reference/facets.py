"""Questions about reference tables by which lists of pages are narrowed, alike in every room."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from cms.pages.facets import PageFacet
from mentoring.reference.models import Subject


def _subjects() -> Mapping[str, str]:
    return dict(Subject.objects.values_list("code", "name"))


SUBJECT = PageFacet(
    "subject",
    _("Предмет"),
    _subjects,
    forms=(_("предмет"), _("предмета"), _("предметов")),
    search_label=_("Название предмета"),
    long=True,
)
