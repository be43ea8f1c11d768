"""An entry of the Mentor Bank and what is kept beside it."""

from __future__ import annotations

import re
import uuid
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from anyascii import anyascii
from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    Orderable,
    PreviewableMixin,
    RevisionMixin,
    WorkflowMixin,
)

from cms.choice_list import ChoiceListField
from cms.pages.quick_rows import QuickRows
from cms.pages.revisions import LightRevisions
from cms.territories.models import Organisation
from mentoring.bank.enums import (
    CandidateSource,
    Category,
    ExperienceBand,
    Freshness,
    Level,
    Meeting,
    MenteeExperience,
    MentoringForm,
    MentoringKind,
    Person,
    SelectionState,
    SpecialCategory,
    TrainingFormat,
)
from mentoring.bank.querysets import MentorQuerySet
from mentoring.reference.models import Audience, Direction, Subject


@lru_cache(maxsize=8)
def _address(urlconf: str | None, prefix: str) -> tuple[str, str, str]:
    """What stands around the number and the name in the address of a mentor; resolving costs more than a card."""
    before, between, behind = re.split("707070707|imya-familiya", reverse("mentor", args=[707070707, "imya-familiya"]))
    return before, between, behind


OF_AGE_UNPROVED = _("Ученик считается несовершеннолетним. Если 18 лет исполнилось, подтвердите это отметкой.")


class Mentor(
    QuickRows,
    LightRevisions,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    ClusterableModel,
):
    """One mentor in the bank: the nine columns of S4-01, both pairs of experience and category, and the selection.

    Whether visitors see it is never a field of its own: ``MentorQuerySet.public`` derives it from consents,
    selection, age and the last confirmation.
    """

    territory_path = "organisation__municipality"

    #: Facts of the record, not of the text: publishing or restoring an old revision leaves them as they are.
    RECORD_FIELDS = ("selection_state", "confirmed_on", "guid", "level", "source")

    guid = models.UUIDField(_("постоянный номер"), default=uuid.uuid4, unique=True, editable=False)
    last_name = models.CharField(_("фамилия"), max_length=80)
    first_name = models.CharField(_("имя"), max_length=80)
    patronymic = models.CharField(_("отчество"), max_length=80, blank=True)
    person = models.CharField(_("кто это"), max_length=20, choices=Person, default=Person.TEACHER)
    is_minor = models.BooleanField(
        _("младше 18 лет"), default=False, help_text=_("Запись о несовершеннолетнем никогда не видна посетителям.")
    )
    of_age_confirmed = models.BooleanField(
        _("18 лет исполнилось: проверено по документу"),
        default=False,
        help_text=_("Без этой отметки ученик считается несовершеннолетним, кем бы его ни записали."),
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="mentors", verbose_name=_("организация, где работает наставник")
    )
    position = models.CharField(_("должность"), max_length=160, blank=True, help_text=_("«Учитель математики»"))
    level = models.CharField(_("чей банк"), max_length=20, choices=Level, default=Level.MUNICIPAL)

    subjects = ParentalManyToManyField(Subject, related_name="mentors", blank=True, verbose_name=_("предметы"))
    directions = ParentalManyToManyField(
        Direction, related_name="mentors", blank=True, verbose_name=_("направления совместной деятельности")
    )
    experience_band = models.CharField(_("стаж наставника"), max_length=10, choices=ExperienceBand, blank=True)
    category = models.CharField(_("категория наставника"), max_length=10, choices=Category, blank=True)
    special_categories = ChoiceListField(
        _("категории сверх высшей"),
        options=SpecialCategory,
        help_text=_("Их присваивают педагогам с высшей категорией. Наставником может быть и тот, у кого их нет."),
    )

    audiences = ParentalManyToManyField(
        Audience, related_name="mentors", blank=True, verbose_name=_("кто может стать наставляемым")
    )
    mentee_experience = ChoiceListField(_("примерный стаж наставляемого"), options=MenteeExperience)
    mentee_categories = ChoiceListField(_("предполагаемая категория наставляемого"), options=Category)

    forms = ChoiceListField(_("формы наставничества"), options=MentoringForm)
    kinds = ChoiceListField(_("виды наставничества"), options=MentoringKind)
    meetings = ChoiceListField(_("как встречаться"), options=Meeting)
    places_total = models.PositiveSmallIntegerField(
        _("мест всего"),
        default=1,
        validators=[MinValueValidator(0), MaxValueValidator(30)],
        help_text=_("Сколько наставляемых можно вести одновременно."),
    )

    about = models.TextField(_("о себе"), max_length=2000, blank=True)
    honours = models.CharField(_("звания и награды"), max_length=300, blank=True)
    is_honoured = models.BooleanField(_("заслуженный учитель"), default=False)
    case_title = models.CharField(_("методический кейс"), max_length=200, blank=True)
    case_url = models.URLField(_("ссылка на методический кейс"), blank=True)
    portrait = models.ForeignKey(
        "wagtailimages.Image", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("фотография")
    )
    email = models.EmailField(_("электронный адрес"), blank=True)
    phone = models.CharField(_("телефон"), max_length=40, blank=True)
    page_url = models.URLField(_("страница"), blank=True, max_length=400)

    source = models.CharField(
        _("откуда кандидат"), max_length=20, choices=CandidateSource, default=CandidateSource.SELF
    )
    selection_state = models.CharField(
        _("ход отбора"), max_length=20, choices=SelectionState, default=SelectionState.CANDIDATE, editable=False
    )
    confirmed_on = models.DateField(_("последнее подтверждение"), default=timezone.localdate, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="mentor")
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="mentor",
        for_concrete_model=False,
    )

    objects = MentorQuerySet.as_manager()

    class Meta:
        ordering = ["last_name", "first_name", "patronymic", "pk"]
        verbose_name = _("наставник")
        verbose_name_plural = _("наставники")
        indexes = [models.Index(fields=["last_name", "first_name", "patronymic"])]
        constraints = [
            models.CheckConstraint(
                condition=~Q(person=Person.PUPIL) | Q(is_minor=True) | Q(of_age_confirmed=True),
                name="pupil_is_a_minor_unless_confirmed_of_age",
                violation_error_message=OF_AGE_UNPROVED,
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def revisions(self) -> Any:
        """The revisions, under the name that Wagtail asks for."""
        return self._revisions

    @property
    def full_name(self) -> str:
        """Surname, name and patronymic in the order of lists."""
        return " ".join(part for part in (self.last_name, self.first_name, self.patronymic) if part)

    @property
    def municipality_id(self) -> int:
        """The municipality whose coordinator keeps the entry."""
        return self.organisation.municipality_id

    def clean(self) -> None:
        """A parent is of age; a pupil, or whoever was once recorded as a minor, is one until somebody vouches."""
        super().clean()
        if self.person == Person.PARENT and self.is_minor:
            raise ValidationError({"is_minor": _("Родитель не может быть младше 18 лет. Проверьте, кто это.")})
        if self.is_minor and self.of_age_confirmed:
            raise ValidationError({"of_age_confirmed": _("Выберите одно: младше 18 лет или 18 лет исполнилось.")})
        if self.special_categories and self.category != Category.HIGHEST:
            message = _("Эти категории присваивают вслед за высшей. Укажите высшую категорию или снимите отметки.")
            raise ValidationError({"special_categories": message})
        if self.needs_proof_of_age():
            self.is_minor = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A pupil about whom nobody vouched is kept as a minor, whatever was filled in."""
        if self.person == Person.PUPIL and not self.of_age_confirmed:
            self.is_minor = True
        super().save(*args, **kwargs)

    def needs_proof_of_age(self) -> bool:
        """Whether the entry claims to be of age where that has to be vouched for."""
        if self.is_minor or self.of_age_confirmed:
            return False
        if self.person == Person.PUPIL:
            return True
        return self.pk is not None and Mentor.objects.filter(pk=self.pk, is_minor=True).exists()

    def freshness(self, on: date) -> Freshness:
        """Green, yellow or grey by the days since the last confirmation (settings ``MENTOR_*_DAYS``)."""
        age = (on - self.confirmed_on).days
        if age <= settings.MENTOR_FRESH_DAYS:
            return Freshness.GREEN
        return Freshness.YELLOW if age <= settings.MENTOR_STALE_DAYS else Freshness.GREY

    def grey_from(self) -> date:
        """The first day on which the entry is grey if nobody confirms it."""
        return self.confirmed_on + timedelta(days=settings.MENTOR_STALE_DAYS + 1)

    def with_content_json(self, content: dict[str, Any]) -> Mentor:
        """A revision as an object, with the facts of the record as they are today."""
        mentor: Mentor = super().with_content_json(content)
        for field in self.RECORD_FIELDS:
            setattr(mentor, field, getattr(self, field))
        if self.is_minor and not mentor.of_age_confirmed:
            mentor.is_minor = True  # an old version knows less: it cannot make a minor public
        return mentor

    def get_absolute_url(self) -> str:
        """The mentor's public page; it answers 404 to visitors while the entry is not public."""
        before, between, behind = _address(get_urlconf(), get_script_prefix())
        return f"{before}{self.pk}{between}{slugify(anyascii(self.full_name)) or 'nastavnik'}{behind}"

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        return "mentoring/mentor_page.html" if self.pk else "mentoring/admin/preview_unsaved.html"

    def get_preview_context(self, request: Any, mode_name: str) -> dict[str, Any]:
        """The public page as visitors would see it with today's consents."""
        if self.pk is None:
            return {"object": self, "request": request}
        from mentoring.bank.previews import preview_page  # presenters stand above the models

        page = preview_page(self, request)
        return {"page": page, "mentor": page.mentor, "object": self, "request": request}


class PortfolioLink(Orderable):
    """A link of the mentor's portfolio."""

    mentor = ParentalKey(Mentor, on_delete=models.CASCADE, related_name="portfolio_links")
    title = models.CharField(_("название"), max_length=160)
    url = models.URLField(_("ссылка"), max_length=400)

    class Meta(Orderable.Meta):
        verbose_name = _("ссылка портфолио")
        verbose_name_plural = _("портфолио")

    def __str__(self) -> str:
        return self.title


class SelectionStep(models.Model):
    """One move of a mentor through the selection: who, when, from where to where, and why."""

    mentor = models.ForeignKey(Mentor, models.CASCADE, related_name="selection_steps", verbose_name=_("наставник"))
    from_state = models.CharField(_("из"), max_length=20, choices=SelectionState)
    to_state = models.CharField(_("в"), max_length=20, choices=SelectionState)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("кто")
    )
    at = models.DateTimeField(_("когда"), default=timezone.now)
    held_on = models.DateField(_("дата собеседования"), null=True, blank=True)
    held_by = models.CharField(_("кто проводил"), max_length=200, blank=True)
    note = models.CharField(_("итог или причина"), max_length=400, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("шаг отбора")
        verbose_name_plural = _("шаги отбора")

    def __str__(self) -> str:
        return f"{self.get_from_state_display()} → {self.get_to_state_display()}"


class TrainingRecord(models.Model):
    """A mentor's training in the School of Mentors (S4-04); without one nobody becomes «обучен» (S4-03)."""

    territory_path = "mentor__organisation__municipality"

    mentor = models.ForeignKey(Mentor, models.CASCADE, related_name="trainings", verbose_name=_("наставник"))
    programme = models.CharField(_("программа"), max_length=200)
    training_format = models.CharField(_("формат"), max_length=20, choices=TrainingFormat)
    trainer = models.CharField(_("кто учил"), max_length=200, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("опорная организация"),
    )
    completed_on = models.DateField(_("когда пройдено"))

    class Meta:
        ordering = ["-completed_on"]
        verbose_name = _("обучение наставника")
        verbose_name_plural = _("обучение наставников")

    def __str__(self) -> str:
        return f"{self.programme}, {self.completed_on:%d.%m.%Y}"
