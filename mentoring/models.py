"""Gathers the models of the rooms, as Django asks."""

from mentoring.bank.imports.models import ImportJob
from mentoring.bank.models import Mentor, PortfolioLink, SelectionStep, TrainingRecord
from mentoring.consents.models import MenteeConsent, MentorConsent
from mentoring.duets.models import Answer, DuetProject, ProjectQuestion, Speaker
from mentoring.duets.pages import DuetIndexPage, DuetInterviewPage
from mentoring.duets.question_bank import BankQuestion
from mentoring.letters.models import MentorLetter
from mentoring.mentions.models import CoveredText, FileText, NameWatch, PersonMention
from mentoring.pairs.models import Pair, PairMentee
from mentoring.programmes.curators.models import CuratorConsent
from mentoring.programmes.models import ProgrammeIndexPage, ProgrammePage
from mentoring.programmes.parts import ProgrammeForm, ProgrammeGround, ProgrammeMentee, ProgrammeMentor, ProgrammeTask
from mentoring.programmes.stages.models import ProgrammeStage, StageResult
from mentoring.reference.models import Audience, Deficit, Direction, SchoolDocument, Subject, WorkFormat

__all__ = [
    "Answer",
    "Audience",
    "BankQuestion",
    "CoveredText",
    "CuratorConsent",
    "Deficit",
    "Direction",
    "DuetIndexPage",
    "DuetInterviewPage",
    "DuetProject",
    "FileText",
    "ImportJob",
    "MenteeConsent",
    "Mentor",
    "MentorConsent",
    "MentorLetter",
    "NameWatch",
    "Pair",
    "PairMentee",
    "PersonMention",
    "PortfolioLink",
    "ProgrammeForm",
    "ProgrammeGround",
    "ProgrammeIndexPage",
    "ProgrammeMentee",
    "ProgrammeMentor",
    "ProgrammePage",
    "ProgrammeStage",
    "ProgrammeTask",
    "ProjectQuestion",
    "SchoolDocument",
    "SelectionStep",
    "Speaker",
    "StageResult",
    "Subject",
    "TrainingRecord",
    "WorkFormat",
]
