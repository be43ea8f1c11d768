"""What the public page, the paper and the structured data say of a programme: words only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import prefetch_related_objects

from mentoring.bank.enums import MentoringForm, MentoringKind
from mentoring.programmes.curators.models import consents_in_force
from mentoring.programmes.cyclogram import Deed, cyclogram
from mentoring.programmes.enums import Goal, StartMonth
from mentoring.programmes.grounds import Ground, grounds_of
from mentoring.programmes.numbers import Numbers, numbers_of
from mentoring.programmes.stages.lines import StageLine, public_lines
from mentoring.school_years import SchoolYear

if TYPE_CHECKING:
    from cms.territories.models import Organisation
    from mentoring.programmes.models import ProgrammePage


@dataclass(frozen=True, slots=True)
class FormOfPairs:
    """A chosen form with its documents and formats of work."""

    label: str
    documents: tuple[str, ...]
    formats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Curator:
    """Who answers for the programme; what is not consented is empty."""

    post: str
    name: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class PublicProgramme:
    """A programme as visitors may see it on a day."""

    title: str
    lead: str
    organisation: Organisation | None
    year: SchoolYear
    definition: str
    aim: str
    goals: tuple[str, ...]
    tasks: tuple[str, ...]
    mentors: tuple[str, ...]
    mentees: tuple[str, ...]
    kinds: str
    mentoring_forms: str
    forms: tuple[FormOfPairs, ...]
    grounds: tuple[Ground, ...]
    curator: Curator
    stages: tuple[StageLine, ...]
    deeds: tuple[Deed, ...]
    numbers: Numbers
    on: date


def present(page: ProgrammePage, on: date) -> PublicProgramme:
    """The programme as it may be shown on a day; a draft in a preview as it would be."""
    return PublicProgramme(
        title=page.title,
        lead=page.lead,
        organisation=page.organisation,
        year=page.school_year,
        definition=page.definition,
        aim=page.aim,
        goals=_labels(Goal, page.goals),
        tasks=tuple(task.text for task in page.tasks.all()),
        mentors=tuple(str(it) for it in page.mentors.all()),
        mentees=tuple(str(it) for it in page.mentees.all()),
        kinds=", ".join(_labels(MentoringKind, page.kinds)),
        mentoring_forms=", ".join(_labels(MentoringForm, page.mentoring_forms)),
        forms=_forms(page),
        grounds=grounds_of(page, on),
        curator=_curator(page, on),
        stages=public_lines(page),
        deeds=cyclogram(page.school_year, StartMonth(page.start)),
        numbers=numbers_of([page]).get(page.pk, Numbers()),
        on=on,
    )


def _labels(options: type[Goal | MentoringKind | MentoringForm], chosen: list[str]) -> tuple[str, ...]:
    return tuple(str(option.label) for option in options if option.value in chosen)


def _curator(page: ProgrammePage, on: date) -> Curator:
    consents = consents_in_force(page, on)
    if not consents:
        return Curator(page.curator_post)
    phone = page.curator_phone if any(consent.covers_phone for consent in consents) else ""
    return Curator(page.curator_post, page.curator_name, phone)


def _forms(page: ProgrammePage) -> tuple[FormOfPairs, ...]:
    forms = list(page.forms.all())
    # A draft's new forms stand in memory only.
    prefetch_related_objects([form for form in forms if form.pk], "formats", "documents")
    return tuple(
        FormOfPairs(form.get_pair_model_display(), tuple(form.all_documents), tuple(form.all_formats)) for form in forms
    )
