"""Objects for tests, with a trait per state: ``MentorFactory(public=True)``."""

from tests.factories.accounts import AppointmentFactory, UserFactory
from tests.factories.bank import MentorFactory, TrainingRecordFactory
from tests.factories.branches import open_branch
from tests.factories.consents import MentorConsentFactory
from tests.factories.duets import BankQuestionFactory, DuetProjectFactory, MenteeConsentFactory
from tests.factories.news import event, news
from tests.factories.pairs import PairFactory
from tests.factories.reference import (
    AudienceFactory,
    DeficitFactory,
    DirectionFactory,
    SchoolDocumentFactory,
    SubjectFactory,
    WorkFormatFactory,
)
from tests.factories.territories import (
    MunicipalityFactory,
    OrganisationFactory,
    OrganisationTagFactory,
    RegionFactory,
)

__all__ = [
    "AppointmentFactory",
    "AudienceFactory",
    "BankQuestionFactory",
    "DeficitFactory",
    "DirectionFactory",
    "DuetProjectFactory",
    "MenteeConsentFactory",
    "MentorConsentFactory",
    "MentorFactory",
    "MunicipalityFactory",
    "OrganisationFactory",
    "OrganisationTagFactory",
    "PairFactory",
    "RegionFactory",
    "SchoolDocumentFactory",
    "SubjectFactory",
    "TrainingRecordFactory",
    "UserFactory",
    "WorkFormatFactory",
    "event",
    "news",
    "open_branch",
]
