from datetime import timedelta
from typing import Any

import factory
from django.conf import settings
from django.utils import timezone
from factory.django import DjangoModelFactory

from mentoring.bank.enums import Person, SelectionState, TrainingFormat
from mentoring.bank.models import Mentor, TrainingRecord
from tests.factories.consents import MentorConsentFactory
from tests.factories.territories import OrganisationFactory


def _grey_day() -> Any:
    return timezone.localdate() - timedelta(days=settings.MENTOR_STALE_DAYS + 1)


class MentorFactory(DjangoModelFactory):
    """A live entry of the bank without consents, so not public.

    Traits: ``consented`` (processing, and publication of every field), ``public`` (consented and findable),
    ``bare`` (public with no extra field), ``draft``, ``minor``, ``grey``, ``candidate``, ``suspended``, ``trained``.
    Relations: ``subjects=[…]``, ``directions=[…]``, ``audiences=[…]``; ``municipality=…`` names the school's place.
    """

    class Meta:
        model = Mentor
        skip_postgeneration_save = True

    class Params:
        municipality = None
        consented = factory.Trait(
            processing=factory.RelatedFactory(MentorConsentFactory, "mentor"),
            publication=factory.RelatedFactory(MentorConsentFactory, "mentor", everything=True),
        )
        public = factory.Trait(consented=True)
        bare = factory.Trait(
            processing=factory.RelatedFactory(MentorConsentFactory, "mentor"),
            publication=factory.RelatedFactory(MentorConsentFactory, "mentor", publication=True),
        )
        draft = factory.Trait(live=False, has_unpublished_changes=True)
        minor = factory.Trait(person=Person.PUPIL, is_minor=True)
        grey = factory.Trait(confirmed_on=factory.LazyFunction(_grey_day))
        candidate = factory.Trait(selection_state=SelectionState.CANDIDATE)
        suspended = factory.Trait(selection_state=SelectionState.SUSPENDED)
        trained = factory.Trait(
            selection_state=SelectionState.TRAINED,
            training=factory.RelatedFactory("tests.factories.bank.TrainingRecordFactory", "mentor"),
        )

    last_name = factory.Sequence(lambda n: f"Наставникова-{n}")
    first_name = "Вера"
    patronymic = "Ильинична"
    organisation = factory.Maybe(
        "municipality",
        factory.SubFactory(OrganisationFactory, municipality=factory.SelfAttribute("..municipality")),
        factory.SubFactory(OrganisationFactory),
    )
    position = "учитель математики"
    selection_state = SelectionState.IN_BANK
    places_total = 2
    live = True

    @factory.post_generation
    def subjects(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        _relate(self, "subjects", extracted)

    @factory.post_generation
    def directions(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        _relate(self, "directions", extracted)

    @factory.post_generation
    def audiences(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        _relate(self, "audiences", extracted)


def _relate(mentor: Any, relation: str, values: Any) -> None:
    if values:
        getattr(mentor, relation).set(values)
        mentor.save()


class TrainingRecordFactory(DjangoModelFactory):
    """A training finished ten days ago."""

    class Meta:
        model = TrainingRecord

    mentor = factory.SubFactory(MentorFactory)
    programme = "Школа наставников: первый год вместе"
    training_format = TrainingFormat.SEMINAR
    completed_on = factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=10))
