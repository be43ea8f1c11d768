"""Gathers the models of the rooms, as Django asks."""

from bestpractices.adoption.models import Adoption
from bestpractices.journal.models import Decision
from bestpractices.practices.lists import (
    AuthorPair,
    CoAuthor,
    PracticeGround,
    PracticeIndicator,
    PracticeMaterial,
    PracticeStep,
)
from bestpractices.practices.models import PracticeIndexPage, PracticePage
from bestpractices.republication.models import KeptFile, PublishedSource, Republication, RepublishedPage, SourceUpdate
from bestpractices.review.looks import Look
from bestpractices.review.models import (
    ExpertScoringTask,
    MunicipalCheckTask,
    RegionalDecisionTask,
    Remark,
    ReviewPolicy,
    StageState,
)
from bestpractices.review.preferences import MailPreference
from bestpractices.scoring.models import Criterion, Expert, ExpertReview, Score
from bestpractices.yearbook.models import BookEdition, BookMaterial, BookPractice, YearBook

__all__ = [
    "Adoption",
    "AuthorPair",
    "BookEdition",
    "BookMaterial",
    "BookPractice",
    "CoAuthor",
    "Criterion",
    "Decision",
    "Expert",
    "ExpertReview",
    "ExpertScoringTask",
    "KeptFile",
    "Look",
    "MailPreference",
    "MunicipalCheckTask",
    "PracticeGround",
    "PracticeIndexPage",
    "PracticeIndicator",
    "PracticeMaterial",
    "PracticePage",
    "PracticeStep",
    "PublishedSource",
    "RegionalDecisionTask",
    "Remark",
    "Republication",
    "RepublishedPage",
    "ReviewPolicy",
    "Score",
    "SourceUpdate",
    "StageState",
    "YearBook",
]
