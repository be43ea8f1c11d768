"""Gathers the models of the rooms, as Django asks."""

from mentoring.bank.imports.models import ImportJob
from mentoring.bank.models import Mentor, PortfolioLink, SelectionStep, TrainingRecord
from mentoring.consents.models import MentorConsent
from mentoring.letters.models import MentorLetter
from mentoring.pairs.models import Pair, PairMentee
from mentoring.programmes.curators.models import CuratorConsent
from mentoring.programmes.models import ProgrammeIndexPage, ProgrammePage
from mentoring.programmes.parts import ProgrammeForm, ProgrammeGround, ProgrammeMentee, ProgrammeMentor, ProgrammeTask
from mentoring.programmes.stages.models import ProgrammeStage, StageResult
from mentoring.reference.models import Audience, Deficit, Direction, SchoolDocument, Subject, WorkFormat

__all__ = [
    "Audience",
    "CuratorConsent",
    "Deficit",
    "Direction",
    "ImportJob",
    "Mentor",
    "MentorConsent",
    "MentorLetter",
    "Pair",
    "PairMentee",
    "PortfolioLink",
    "ProgrammeForm",
    "ProgrammeGround",
    "ProgrammeIndexPage",
    "ProgrammeMentee",
    "ProgrammeMentor",
    "ProgrammePage",
    "ProgrammeStage",
    "ProgrammeTask",
    "SchoolDocument",
    "SelectionStep",
    "StageResult",
    "Subject",
    "TrainingRecord",
    "WorkFormat",
]
