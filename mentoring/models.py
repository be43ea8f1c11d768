"""Gathers the models of the rooms, as Django asks."""

from mentoring.bank.imports.models import ImportJob
from mentoring.bank.models import Mentor, PortfolioLink, SelectionStep, TrainingRecord
from mentoring.consents.models import MentorConsent
from mentoring.letters.models import MentorLetter
from mentoring.pairs.models import Pair, PairMentee
from mentoring.reference.models import Audience, Deficit, Direction, Subject

__all__ = [
    "Audience",
    "Deficit",
    "Direction",
    "ImportJob",
    "Mentor",
    "MentorConsent",
    "MentorLetter",
    "Pair",
    "PairMentee",
    "PortfolioLink",
    "SelectionStep",
    "Subject",
    "TrainingRecord",
]
