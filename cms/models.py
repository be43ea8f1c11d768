"""Gathers the models of the rooms, as Django asks."""

from cms.accounts.approval import TerritoryApprovalTask
from cms.accounts.log_entries import TerritoryLogEntry
from cms.accounts.models import Appointment
from cms.accounts.sign_ins.models import SignIn
from cms.acts.models import ActIndexPage, ActPage
from cms.acts.parts import ActAttachment, ActParagraph, ActRelation
from cms.branches.models import Branch, BranchGroup
from cms.confirming.models import Unconfirmed
from cms.contacts.models import CoordinatorContact, VisitorLetter
from cms.drafts.models import FormDraft
from cms.freshness.models import ContentChange
from cms.glossary.models import GlossaryPage, GlossaryTerm
from cms.links.models import LinkPlace, LookAlike, OutgoingLink
from cms.mailing.models import OutgoingMail
from cms.news.models import EventPage, NewsIndexPage, NewsPage
from cms.open_data.models import OpenDataLook, OpenRecord
from cms.open_data.notices import PartnerNotice
from cms.organisations.models import OrganisationPage
from cms.pages.models import ContentPage, HomePage, MunicipalityPage
from cms.personal_links.models import PersonalLink
from cms.territories.models import Municipality, Organisation, OrganisationTag, Region
from cms.work.models import PeriodicJob, WorkerBeat

__all__ = [
    "ActAttachment",
    "ActIndexPage",
    "ActPage",
    "ActParagraph",
    "ActRelation",
    "Appointment",
    "Branch",
    "BranchGroup",
    "ContentChange",
    "ContentPage",
    "CoordinatorContact",
    "EventPage",
    "FormDraft",
    "GlossaryPage",
    "GlossaryTerm",
    "HomePage",
    "LinkPlace",
    "LookAlike",
    "Municipality",
    "MunicipalityPage",
    "NewsIndexPage",
    "NewsPage",
    "OpenDataLook",
    "OpenRecord",
    "Organisation",
    "OrganisationPage",
    "OrganisationTag",
    "OutgoingLink",
    "OutgoingMail",
    "PartnerNotice",
    "PeriodicJob",
    "PersonalLink",
    "Region",
    "SignIn",
    "TerritoryApprovalTask",
    "TerritoryLogEntry",
    "Unconfirmed",
    "VisitorLetter",
    "WorkerBeat",
]
