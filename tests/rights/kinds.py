"""The kinds of the table of grants, as the admin opens them: how each is made, filled in, and by which addresses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from django.db import models
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from bestpractices.adoption.models import Adoption
from bestpractices.review.models import ReviewPolicy
from bestpractices.scoring.models import Criterion, Expert
from bestpractices.yearbook.models import YearBook
from cms.accounts.models import Appointment
from cms.contacts.models import CoordinatorContact
from cms.glossary.models import GlossaryTerm
from cms.mailing.enums import MailState
from cms.mailing.models import OutgoingMail
from cms.territories.models import Municipality, Organisation, OrganisationTag, Region
from mentoring.bank.models import Mentor, TrainingRecord
from mentoring.consents.models import MenteeConsent, MentorConsent
from mentoring.duets.models import DuetProject
from mentoring.duets.question_bank import BankQuestion
from mentoring.pairs.models import Pair, PairMentee
from mentoring.reference.models import Audience, Deficit, Direction, SchoolDocument, Subject, WorkFormat
from tests import factories

Place = Municipality


@dataclass(frozen=True)
class Kind:
    """One kind of object: ``make`` puts one into a place, ``fields`` is a filled form for a place."""

    model: type[models.Model]
    make: Callable[[Place], Any]
    fields: Callable[[Place], dict[str, Any]]
    #: The field that an edit changes, and its new value.
    edited: tuple[str, Any] = ("name", "Новое название")
    formsets: tuple[str, ...] = field(default=())
    #: Kinds without a door for an action, whatever the grants say: there is exactly one region, a consent is withdrawn.
    closed: frozenset[str] = frozenset()
    #: Action → the name of its address, where that is neither a register's nor a snippet's.
    named: dict[str, str] = field(default_factory=dict)

    @property
    def label(self) -> str:
        return self.model._meta.label_lower

    @property
    def is_snippet(self) -> bool:
        return hasattr(self.model, "snippet_viewset")

    def url(self, action: str, *args: Any) -> str | None:
        """The admin's address of an action; None where the kind has no such view."""
        meta = self.model._meta
        if self.named:
            name = self.named.get(action, "")
        elif self.is_snippet:
            name = f"wagtailsnippets_{meta.app_label}_{meta.model_name}:{action}"
        else:
            names = {"add": "create", "list": "index"}
            name = f"{meta.app_label}_{meta.model_name}_modeladmin_{names.get(action, action)}"
        try:
            return reverse(name, args=args)
        except NoReverseMatch:
            return None

    def data(self, place: Place, **changes: Any) -> dict[str, Any]:
        """A filled form, ready to be posted."""
        data = {**self.fields(place), **changes}
        for name in self.formsets:
            data |= {f"{name}-TOTAL_FORMS": 0, f"{name}-INITIAL_FORMS": 0}
        return data


def school(place: Place) -> Organisation:
    """A school of the place."""
    return Organisation.objects.filter(municipality=place).first() or factories.OrganisationFactory(municipality=place)


def mentor_in(place: Place) -> Mentor:
    """A mentor of the place."""
    return factories.MentorFactory(organisation=school(place))


def mentor_fields(place: Place) -> dict[str, Any]:
    names = {"last_name": "Новикова", "first_name": "Анна", "person": "teacher", "source": "self", "level": "municipal"}
    return {**names, "organisation": school(place).pk, "places_total": 2}


def adoption_in(place: Place) -> Adoption:
    """A practice in use at a school of the place."""
    return Adoption.objects.create(practice_id=uuid4(), practice_title="Один вопрос", organisation=school(place))


def year_book_in(place: Place) -> YearBook:
    """A book that a school of the place has begun."""
    return YearBook.objects.create(organisation=factories.OrganisationFactory(municipality=place), year=2025)


def year_book_fields(place: Place) -> dict[str, Any]:
    return {"organisation": school(place).pk, "year": 2025}


def entry_fields(place: Place) -> dict[str, Any]:
    return {"name": "Название", "code": "kod", "order": 5, "is_active": "on"}


def form_entry_fields(place: Place) -> dict[str, Any]:
    return {**entry_fields(place), "pair_models": ["pupil-pupil"]}


def organisation_fields(place: Place) -> dict[str, Any]:
    names = {"short_name": "Новая школа", "full_name": "МБОУ «Новая школа»", "code": "new-school"}
    return {**names, "municipality": place.pk, "kind": "school", "is_active": "on"}


def contact_in(place: Place) -> CoordinatorContact:
    """The contacts of the place's coordinator."""
    return CoordinatorContact.objects.create(municipality=place, office="Управление образования")


def contact_fields(place: Place) -> dict[str, Any]:
    return {"municipality": place.pk, "office": "Управление образования"}


def municipality_fields(place: Place) -> dict[str, Any]:
    names = {"name": "Новый район", "short_name": "Новый", "name_prepositional": "Новом районе", "code": "new"}
    return {**names, "region": place.region_id, "kind": "district"}


def term_fields(place: Place) -> dict[str, Any]:
    return {"term": "наставник", "definition": "Опытный коллега"}


def region_fields(place: Place) -> dict[str, Any]:
    return {"code": "oblast", "name": "Область", "name_genitive": "области", "centre_name": "Центр"}


def consent_fields(place: Place) -> dict[str, Any]:
    words = {"purpose": "processing", "channel": "paper", "text_version": "1", "holder": "Центр"}
    return {**words, "mentor": mentor_in(place).pk, "given_on": f"{timezone.localdate():%Y-%m-%d}"}


def training_fields(place: Place) -> dict[str, Any]:
    words = {"programme": "Школа", "training_format": "seminar", "completed_on": "2026-01-10"}
    return {**words, "mentor": mentor_in(place).pk}


def pair_fields(place: Place) -> dict[str, Any]:
    words = {"model": "teacher-teacher", "kind": "individual", "started_on": "2026-01-10"}
    return {**words, "mentor": mentor_in(place).pk, "organisation": school(place).pk}


def appointment_fields(place: Place) -> dict[str, Any]:
    return {"user": factories.UserFactory().pk, "role": "methodist", "municipality": place.pk}


def duet_in(place: Place) -> DuetProject:
    """An idea for this month."""
    return DuetProject.objects.create(municipality=place, month=timezone.localdate())


def duet_fields(place: Place) -> dict[str, Any]:
    return {"municipality": place.pk, "month": f"{timezone.localdate():%Y-%m}-01"}


def mentee_in(place: Place) -> PairMentee:
    """An adult mentee of a pair that works in the place."""
    return factories.PairFactory(mentor=mentor_in(place)).mentees.get()


def mentee_consent_fields(place: Place) -> dict[str, Any]:
    words = {"channel": "paper", "text_version": "1", "holder": "Центр"}
    duet = DuetProject.objects.create(municipality=place, month=timezone.localdate(), mentee=mentee_in(place))
    return {**words, "mentee": duet.mentee_id, "interview": duet.pk, "given_on": f"{timezone.localdate():%Y-%m-%d}"}


def question_fields(place: Place) -> dict[str, Any]:
    return {"text": "Что вас удивило?", "theme": "lesson", "order": 5, "is_active": "on"}


def unsent_mail(place: Place) -> OutgoingMail:
    """A mail that was given up."""
    return OutgoingMail.objects.create(recipient="vera@school.example", subject="Письмо", state=MailState.FAILED)


def failed_task(place: Place) -> DBTaskResult:
    """A task of the background work that was given up."""
    return DBTaskResult.objects.create(
        status="FAILED",
        task_path="cms.work.periodic.run_job",
        args_kwargs={"args": [], "kwargs": {}},
        backend_name="background",
        finished_at=timezone.now(),
    )


def criterion_fields(place: Place) -> dict[str, Any]:
    return {"name": "Новое", "question": "Что нового?", "weight": 1, "minimum": 0, "order": 70, "is_active": "on"}


def expert_fields(place: Place) -> dict[str, Any]:
    return {"full_name": "Оценкина Анна", "municipality": place.pk, "is_active": "on"}


def policy_fields(place: Place) -> dict[str, Any]:
    return {"experts_needed": 2, "gap": 25, "hides_author": "on", "hides_expert": "on"}


KINDS = (
    Kind(Mentor, mentor_in, mentor_fields, ("first_name", "Изменённая"), ("portfolio_links",)),
    Kind(
        Pair,
        lambda place: factories.PairFactory(mentor=mentor_in(place)),
        pair_fields,
        ("order", "№ 7"),
        ("mentees",),
    ),
    Kind(
        MentorConsent,
        lambda place: factories.MentorConsentFactory(mentor=mentor_in(place)),
        consent_fields,
        ("holder", "Подмена"),
        closed=frozenset({"change", "delete"}),
    ),
    Kind(DuetProject, duet_in, duet_fields, ("working_title", "Новое название")),
    Kind(
        MenteeConsent,
        lambda place: factories.MenteeConsentFactory(mentee=mentee_in(place)),
        mentee_consent_fields,
        ("holder", "Подмена"),
        closed=frozenset({"change", "delete"}),
    ),
    Kind(BankQuestion, lambda place: factories.BankQuestionFactory(), question_fields, ("follow_up", "А потом?")),
    Kind(
        TrainingRecord,
        lambda place: factories.TrainingRecordFactory(mentor=mentor_in(place)),
        training_fields,
        ("trainer", "Новый тренер"),
    ),
    Kind(
        Organisation,
        lambda place: factories.OrganisationFactory(municipality=place),
        organisation_fields,
        ("settlement", "село Новое"),
    ),
    Kind(CoordinatorContact, contact_in, contact_fields, ("office", "Отдел образования")),
    Kind(
        Adoption,
        adoption_in,
        lambda place: {"changes": "Встречаемся реже", "result": ""},
        ("changes", "Встречаемся чаще"),
        closed=frozenset({"add", "delete"}),
    ),
    Kind(YearBook, year_book_in, year_book_fields, ("title", "Новое название")),
    Kind(Subject, lambda place: factories.SubjectFactory(), entry_fields),
    Kind(Direction, lambda place: factories.DirectionFactory(), entry_fields),
    Kind(Audience, lambda place: factories.AudienceFactory(), entry_fields),
    Kind(Deficit, lambda place: factories.DeficitFactory(), entry_fields),
    Kind(WorkFormat, lambda place: factories.WorkFormatFactory(), form_entry_fields),
    Kind(SchoolDocument, lambda place: factories.SchoolDocumentFactory(), form_entry_fields),
    Kind(OrganisationTag, lambda place: factories.OrganisationTagFactory(), entry_fields),
    Kind(Municipality, lambda place: factories.MunicipalityFactory(), municipality_fields, ("short_name", "Другой")),
    Kind(GlossaryTerm, lambda place: GlossaryTerm.objects.create(term="термин"), term_fields, ("source", "№ 1")),
    Kind(Region, lambda place: factories.RegionFactory(), region_fields, ("phone", "12-34")),
    Kind(
        Appointment,
        lambda place: factories.AppointmentFactory(municipality=place),
        appointment_fields,
        ("order", "№ 8"),
    ),
    Kind(
        OutgoingMail,
        unsent_mail,
        lambda place: {},
        ("state", MailState.WAITING),
        named={"list": "mail_report", "edit": "mail_send_again"},
    ),
    Kind(
        DBTaskResult,
        failed_task,
        lambda place: {},
        ("status", "READY"),
        named={"list": "work_overview", "edit": "work_task_again"},
    ),
    Kind(Criterion, lambda place: Criterion.objects.create(name="Ясность", question="Ясно ли?"), criterion_fields),
    Kind(
        Expert,
        lambda place: Expert.objects.create(full_name="Судейкина Анна", municipality=place),
        expert_fields,
        ("email", "new@example.org"),
    ),
    Kind(ReviewPolicy, lambda place: ReviewPolicy.current(), policy_fields, ("gap", 40)),
)
