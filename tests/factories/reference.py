import factory
from factory.django import DjangoModelFactory

from mentoring.reference.models import Audience, Deficit, Direction, Subject


class SubjectFactory(DjangoModelFactory):
    """A school subject."""

    class Meta:
        model = Subject

    code = factory.Sequence(lambda n: f"subject-{n}")
    name = factory.Sequence(lambda n: f"Предмет {n}")


class DirectionFactory(DjangoModelFactory):
    """A direction of joint work."""

    class Meta:
        model = Direction

    code = factory.Sequence(lambda n: f"direction-{n}")
    name = factory.Sequence(lambda n: f"Направление {n}")


class AudienceFactory(DjangoModelFactory):
    """Whom a mentor can take."""

    class Meta:
        model = Audience

    code = factory.Sequence(lambda n: f"audience-{n}")
    name = factory.Sequence(lambda n: f"Наставляемый {n}")


class DeficitFactory(DjangoModelFactory):
    """A professional deficit."""

    class Meta:
        model = Deficit

    code = factory.Sequence(lambda n: f"deficit-{n}")
    name = factory.Sequence(lambda n: f"Дефицит {n}")
