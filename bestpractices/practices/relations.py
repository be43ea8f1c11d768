"""The practices of a mentor, an organisation, a pair, an act and a programme; the conversations of a practice."""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import Page

from bestpractices.adoption.enums import IN_USE
from bestpractices.adoption.models import Adoption
from bestpractices.practices.models import PracticePage
from bestpractices.practices.querysets import PracticeQuerySet
from cms.pages.publicness import public_pages
from cms.pages.related import NAMED, Item, Related
from cms.territories.models import Organisation
from mentoring.bank.models import Mentor
from mentoring.duets.pages import DuetInterviewPage
from mentoring.duets.relations import duets_of_pairs
from mentoring.school_years import SchoolYear


def practices_of_mentor(mentor: Mentor, on: date) -> Related | None:
    """The practices that the mentor made, alone or in a pair."""
    own = Q(author_pairs__pair__mentor=mentor) | Q(coauthors__mentor=mentor)
    return _related(_("Практики"), _shown().filter(own).distinct())


def practices_of_organisation(organisation: Organisation, on: date) -> Related | None:
    """The practices that were made there."""
    return _related(_("Практики"), _shown().of_organisation(organisation), names_place=False)


def practices_in_use(organisation: Organisation, on: date) -> Related | None:
    """The practices of others that the organisation applies."""
    used = Adoption.objects.filter(organisation=organisation, state__in=IN_USE).values("practice_id")
    return _related(_("Применяет практики"), _shown().filter(translation_key__in=used))


def practices_of_duet(page: DuetInterviewPage, on: date) -> Related | None:
    """The practices that the two made."""
    project = getattr(page, "project", None)
    pair = project.pair_id if project else None
    return _related(_("Практики этой пары"), _shown().filter(author_pairs__pair=pair).distinct()) if pair else None


def practices_on(page: Page, on: date) -> Related | None:
    """The practices that rest on an act or a programme."""
    return _related(_("Практики на этом основании"), _shown().filter(grounds__target=page.pk).distinct())


def duets_of_practice(practice: PracticePage, on: date) -> tuple[Related, ...]:
    """What the pairs that made the practice told of their work."""
    found = duets_of_pairs((author.pair_id for author in practice.author_pairs.all()), on)
    return (found,) if found and found.items else ()


def _shown() -> PracticeQuerySet:
    found: PracticeQuerySet = public_pages(PracticePage.objects.all())
    return found


def _related(title: str, practices: PracticeQuerySet, *, names_place: bool = True) -> Related:
    pages = practices.select_related("organisation").order_by("-year", "title", "pk")[:NAMED]
    items = tuple(Item(one.title, one.get_url() or "", _note(one, names_place)) for one in pages)
    return Related(title, items)


def _note(practice: PracticePage, names_place: bool) -> str:
    """Where and in which school year; on the page of the place, the year alone."""
    place = practice.organisation.short_name if names_place and practice.organisation else ""
    year = str(SchoolYear(practice.year)) if practice.year else ""
    return ", ".join(part for part in (place, year) if part)


def register() -> None:
    """Tell the pages of the floors below."""
    from cms.acts.relations import act_relations
    from cms.organisations.relations import organisation_relations
    from mentoring.bank.relations import mentor_relations
    from mentoring.duets.relations import duet_relations
    from mentoring.programmes.relations import programme_relations

    mentor_relations.register("practices", 20, practices_of_mentor)
    organisation_relations.register("practices", 30, practices_of_organisation)
    organisation_relations.register("practices in use", 50, practices_in_use)
    duet_relations.register("practices", 10, practices_of_duet)
    act_relations.register("practices", 20, practices_on)
    programme_relations.register("practices", 40, practices_on)
