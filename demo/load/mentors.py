"""The Mentor Bank: entries, their many-to-many tables, consents, selection, trainings, portfolios."""

import uuid
from datetime import UTC, datetime, time

from django.db import models
from django.utils import timezone

from cms.territories.models import Organisation
from demo.municipalities import CENTRE_NAME
from demo.shapes import DemoMentor, DemoRegion, DemoStep
from mentoring.bank.enums import SelectionState
from mentoring.bank.models import Mentor, PortfolioLink, SelectionStep, TrainingRecord
from mentoring.consents.models import MentorConsent
from mentoring.reference.models import Audience, Direction, ReferenceEntry, Subject

BATCH = 500  # rows in one INSERT
_NAMESPACE = uuid.UUID("6d5f5a0e-3a5c-4a59-9d0c-2f1d5f0f7c01")


def load_mentors(demo: DemoRegion, organisations: dict[str, Organisation]) -> dict[int, Mentor]:
    """Create all mentors with everything that hangs on them; returns them by their number in the demo."""
    rows = [_mentor(row, organisations[row.organisation]) for row in demo.mentors]
    created = Mentor.objects.bulk_create(rows, batch_size=BATCH)
    mentors = {row.number: mentor for row, mentor in zip(demo.mentors, created, strict=True)}
    _link(demo, mentors, Subject, "subjects")
    _link(demo, mentors, Direction, "directions")
    _link(demo, mentors, Audience, "audiences")
    _consents(demo, mentors)
    _steps(demo, mentors)
    _trainings(demo, mentors)
    _portfolios(demo, mentors)
    return mentors


def _mentor(row: DemoMentor, organisation: Organisation) -> Mentor:
    now = timezone.now()
    return Mentor(
        guid=uuid.uuid5(_NAMESPACE, str(row.number)),
        last_name=row.person.last_name,
        first_name=row.person.first_name,
        patronymic=row.person.middle_name,
        person=row.who,
        is_minor=row.is_minor,
        organisation=organisation,
        position=row.position,
        level=row.level,
        experience_band=row.experience_band,
        category=row.category,
        special_categories=list(row.special_categories),
        mentee_experience=list(row.mentee_experience),
        mentee_categories=list(row.mentee_categories),
        forms=list(row.forms),
        kinds=list(row.kinds),
        meetings=list(row.meetings),
        places_total=row.places,
        about=row.about,
        honours=row.honours,
        is_honoured=row.is_honoured,
        case_title=row.case_title,
        case_url=row.case_url,
        email=row.email,
        page_url=row.page_url,
        source=row.source,
        selection_state=row.state,
        confirmed_on=row.confirmed_on,
        live=True,
        first_published_at=now,
        last_published_at=now,
    )


def _link(demo: DemoRegion, mentors: dict[int, Mentor], model: type[ReferenceEntry], field: str) -> None:
    """Fill one many-to-many table of the mentors by the codes of the reference data."""
    keys = dict(model._default_manager.values_list("code", "pk"))
    through: type[models.Model] = getattr(Mentor, field).through
    target = f"{model._meta.model_name}_id"
    through._default_manager.bulk_create(
        [
            through(mentor_id=mentors[row.number].pk, **{target: keys[code]})
            for row in demo.mentors
            for code in getattr(row, field)
        ],
        batch_size=BATCH * 4,
    )


def _consents(demo: DemoRegion, mentors: dict[int, Mentor]) -> None:
    MentorConsent.objects.bulk_create(
        [
            MentorConsent(
                mentor=mentors[row.number],
                purpose=consent.purpose,
                fields=list(consent.fields),
                given_on=consent.given_on,
                valid_until=consent.valid_until,
                withdrawn_on=consent.withdrawn_on,
                holder=CENTRE_NAME,
                proof=f"Папка {row.number % 40 + 1}, лист {row.number}",
            )
            for row in demo.mentors
            for consent in row.consents
        ],
        batch_size=BATCH,
    )


def _steps(demo: DemoRegion, mentors: dict[int, Mentor]) -> None:
    SelectionStep.objects.bulk_create(
        [_step(step, mentors[row.number]) for row in demo.mentors for step in row.history], batch_size=BATCH
    )


def _step(step: DemoStep, mentor: Mentor) -> SelectionStep:
    interviewed = step.to_state == SelectionState.SELECTED
    return SelectionStep(
        mentor=mentor,
        from_state=step.from_state,
        to_state=step.to_state,
        at=datetime.combine(step.on, time(9), tzinfo=UTC),
        held_on=step.on if interviewed else None,
        held_by="Методист муниципального центра" if interviewed else "",
        note="Психологическая готовность подтверждена" if interviewed else "",
    )


def _trainings(demo: DemoRegion, mentors: dict[int, Mentor]) -> None:
    TrainingRecord.objects.bulk_create(
        [
            TrainingRecord(
                mentor=mentors[row.number],
                programme=training.programme,
                training_format=training.training_format,
                trainer=CENTRE_NAME,
                completed_on=training.completed_on,
            )
            for row in demo.mentors
            for training in row.trainings
        ],
        batch_size=BATCH,
    )


def _portfolios(demo: DemoRegion, mentors: dict[int, Mentor]) -> None:
    PortfolioLink.objects.bulk_create(
        [
            PortfolioLink(mentor=mentors[row.number], title=title, url=url, sort_order=order)
            for row in demo.mentors
            for order, (title, url) in enumerate(row.portfolio)
        ],
        batch_size=BATCH,
    )
