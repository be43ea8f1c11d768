from datetime import timedelta
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from mentoring.pairs.enums import PairState
from mentoring.pairs.models import Pair, PairMentee
from tests.factories.bank import MentorFactory


class PairFactory(DjangoModelFactory):
    """A pair in preparation with one mentee; traits ``active``, ``paused``, ``completed``, ``ended``; ``mentees=3``.

    It is written straight into the database: the place check of ``OpenPair`` is not asked.
    """

    class Meta:
        model = Pair
        skip_postgeneration_save = True

    class Params:
        active = factory.Trait(state=PairState.ACTIVE)
        paused = factory.Trait(state=PairState.PAUSED)
        completed = factory.Trait(state=PairState.COMPLETED, ended_on=factory.LazyFunction(timezone.localdate))
        ended = factory.Trait(state=PairState.ENDED, ended_on=factory.LazyFunction(timezone.localdate))

    mentor = factory.SubFactory(MentorFactory)
    organisation = factory.SelfAttribute("mentor.organisation")
    started_on = factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=60))

    @factory.post_generation
    def mentees(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        for number in range(1 if extracted is None else extracted):
            PairMentee.objects.create(pair=self, full_name=f"Начинающий Педагог {number + 1}")
