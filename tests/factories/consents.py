from datetime import timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from mentoring.consents.enums import PublicField, Purpose
from mentoring.consents.models import MentorConsent


class MentorConsentFactory(DjangoModelFactory):
    """A consent to processing, given a month ago.

    Traits: ``publication`` (names no extra field), ``everything`` (names every field), ``withdrawn`` (yesterday),
    ``expired`` (yesterday was the last day), ``future`` (from tomorrow).
    """

    class Meta:
        model = MentorConsent

    class Params:
        publication = factory.Trait(purpose=Purpose.PUBLICATION)
        everything = factory.Trait(
            purpose=Purpose.PUBLICATION, fields=factory.LazyFunction(lambda: list(PublicField.values))
        )
        withdrawn = factory.Trait(withdrawn_on=factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=1)))
        expired = factory.Trait(valid_until=factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=1)))
        future = factory.Trait(given_on=factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=1)))

    mentor = factory.SubFactory("tests.factories.bank.MentorFactory")
    purpose = Purpose.PROCESSING
    given_on = factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=30))
    holder = "МБУ «Центр развития образования»"
