import factory
from factory.django import DjangoModelFactory

from mentoring.pairs.enums import PairModel
from mentoring.reference.models import Audience, Deficit, Direction, SchoolDocument, Subject, WorkFormat


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


class WorkFormatFactory(DjangoModelFactory):
    """A format of work of pairs of teachers."""

    class Meta:
        model = WorkFormat

    code = factory.Sequence(lambda n: f"format-{n}")
    name = factory.Sequence(lambda n: f"Формат {n}")
    pair_models = factory.LazyFunction(lambda: [PairModel.TEACHER_TEACHER])


class SchoolDocumentFactory(DjangoModelFactory):
    """A document on which the work of pairs of teachers rests."""

    class Meta:
        model = SchoolDocument

    code = factory.Sequence(lambda n: f"document-{n}")
    name = factory.Sequence(lambda n: f"Документ {n}")
    pair_models = factory.LazyFunction(lambda: [PairModel.TEACHER_TEACHER])
