"""What the search may know of a practice: its own words, never the names of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bestpractices.practices.enums import PracticeLevel
from cms.pages.facets import PageFacet, choices
from cms.pages.findable import Found
from cms.pages.listing import Listing
from cms.territories.enums import OrganisationKind
from mentoring.pairs.facets import PAIR_MODEL
from mentoring.reference.facets import SUBJECT

if TYPE_CHECKING:
    from bestpractices.practices.models import PracticePage


FACETS = (
    PAIR_MODEL,
    SUBJECT,
    PageFacet("practice-level", _("Уровень"), choices(PracticeLevel)),
    PageFacet("school-year", _("Учебный год"), lambda: _years()),
    PageFacet("organisation-kind", _("Вид организации"), choices(OrganisationKind), is_folded=True),
)

LISTING = Listing(
    of=("bestpractices.PracticePage",),
    noun=(_("практика"), _("практики"), _("практик")),
    facets=("district", "pair", "subject", "practice-level", "school-year", "organisation-kind"),
    field_label=_("О чём практика"),
    empty=_("Здесь появятся практики. Первую опубликует регион, когда её проверят район и эксперты."),
)


def found(practice: PracticePage) -> Found:
    """Title, story and passport for the index."""
    subjects = list(practice.subjects.all())
    place = ", ".join(str(part) for part in (practice.organisation, practice.school_year) if part)
    published = practice.first_published_at
    story = (practice.problem, practice.aim, practice.audience, practice.result, practice.failures, practice.risks)
    return Found(
        title=practice.title,
        lead=practice.lead,
        text="\n".join([*filter(None, story), *(step.text for step in practice.steps.all())]),
        words=", ".join(subject.name for subject in subjects),
        facts=(place,) if place else (),
        day=timezone.localdate(published) if published else None,
        facets={
            "pair": (practice.pair_model,),
            "subject": tuple(subject.code for subject in subjects),
            "practice-level": (practice.level,),
            "school-year": (str(practice.year),) if practice.year else (),
            "organisation-kind": (practice.organisation.kind,) if practice.organisation else (),
        },
    )


def _years() -> dict[str, str]:
    """The school years of published practices, the latest first."""
    from bestpractices.practices.models import PracticePage

    years = PracticePage.objects.live().exclude(year=None).order_by("-year").values_list("year", flat=True).distinct()
    return {str(year): f"{year}/{(year + 1) % 100:02d}" for year in years if year}
