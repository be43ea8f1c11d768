"""A best practice with its passport, and the bank in which a municipality keeps its own."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.models import Page, PageManager, Workflow
from wagtail.utils.decorators import cached_classmethod

from bestpractices.practices.enums import EvidenceLevel, Licence, PracticeLevel
from bestpractices.practices.finding import FACETS, LISTING, found
from bestpractices.practices.querysets import PracticeQuerySet
from cms.pages.editorial import EditorialPage
from cms.pages.findable import Found, FoundAs, Related
from cms.pages.listing import ListingPage
from cms.territories.models import Organisation
from mentoring.bank.enums import MentoringForm, MentoringKind
from mentoring.pairs.enums import PairModel
from mentoring.reference.models import Subject

PracticeManager = PageManager.from_queryset(PracticeQuerySet)


class PracticeIndexPage(ListingPage):
    """«Банк лучших практик»: a municipality's practices; in the region's branch, those of all."""

    parent_page_types: ClassVar = ["cms.HomePage", "cms.MunicipalityPage"]
    subpage_types: ClassVar = ["bestpractices.PracticePage"]
    max_count_per_parent: ClassVar = 1
    listing = LISTING

    class Meta:
        verbose_name = _("банк лучших практик")
        verbose_name_plural = _("банки лучших практик")

    def permissions_for_user(self, user: Any) -> Any:
        from bestpractices.review.testers import PracticeIndexTester

        return PracticeIndexTester(user, self)


class PracticePage(EditorialPage):
    """One practice: what was wrong, what was done, what came of it and what did not.

    It goes live by the end of its review alone: ``bestpractices.review.guard`` refuses every other way.
    """

    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        related_name="practices",
        verbose_name=_("организация"),
    )
    year = models.PositiveSmallIntegerField(
        _("учебный год, в котором получен результат"),
        null=True,
        validators=[MinValueValidator(2000), MaxValueValidator(2100)],
        help_text=_("Первый год из двух: для 2025/26 напишите 2025."),
    )
    pair_model = models.CharField(_("форма пары"), max_length=20, choices=PairModel, default=PairModel.TEACHER_TEACHER)
    mentoring_form = models.CharField(
        _("форма наставничества"), max_length=20, choices=MentoringForm, default=MentoringForm.CLASSIC
    )
    kind = models.CharField(_("модель"), max_length=20, choices=MentoringKind, default=MentoringKind.INDIVIDUAL)
    level = models.CharField(_("уровень"), max_length=20, choices=PracticeLevel, default=PracticeLevel.ORGANISATION)
    subjects = ParentalManyToManyField(Subject, blank=True, related_name="practices", verbose_name=_("предметы"))

    problem = models.TextField(_("зачем: какую проблему решали"), max_length=3000)
    aim = models.TextField(_("цель"), max_length=1500)
    audience = models.TextField(_("для кого"), max_length=800)
    hours = models.CharField(_("сколько часов"), max_length=160, help_text=_("«2 часа в неделю на пару»"))
    people = models.CharField(_("кто нужен"), max_length=200, help_text=_("«Пара и тот, кто заменит урок»"))
    money = models.CharField(_("сколько денег"), max_length=160, help_text=_("«Не нужно» – тоже ответ."))
    conditions = models.TextField(_("при каких условиях получится"), max_length=1500, blank=True)
    result = models.TextField(_("результат"), max_length=3000)
    failures = models.TextField(
        _("что не получилось"),
        max_length=3000,
        help_text=_("Без этого раздела практику не отправить: чужие ошибки берегут время тем, кто пойдёт следом."),
    )
    risks = models.TextField(_("риски"), max_length=1500, blank=True)
    evidence = models.TextField(_("чем это доказано"), max_length=1500)
    evidence_level = models.CharField(
        _("насколько это доказано"), max_length=20, choices=EvidenceLevel, default=EvidenceLevel.VOICES
    )
    licence = models.CharField(_("как можно использовать"), max_length=20, choices=Licence, default=Licence.CC_BY)
    gate_reason = models.TextField(
        _("почему отправляем, хотя показатели не достигнуты"),
        max_length=600,
        blank=True,
        help_text=_("Нужно, только если факт ниже плана. Причину увидят проверяющие, она останется в журнале."),
    )

    objects = PracticeManager()

    found_as = FoundAs("practice", _("Лучшие практики"))
    is_copied = True
    facets = FACETS
    found_with = (
        Related("bestpractices.PracticeStep", column="page_id"),
        Related(Organisation, lookup="organisation", when=("short_name", "kind")),
        Related(Subject, lookup="subjects", when=("name", "code")),
    )
    parent_page_types: ClassVar = ["bestpractices.PracticeIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "bestpractices/practice_page.html"

    def found(self) -> Found:
        return found(self)

    @cached_classmethod
    def get_edit_handler(cls) -> Any:
        """The author's form; its panels stand above the models."""
        from bestpractices.practices.panels import PRACTICE_EDIT_HANDLER

        return PRACTICE_EDIT_HANDLER.bind_to_model(cls)

    class Meta:
        verbose_name = _("практика")
        verbose_name_plural = _("практики")

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """A practice belongs to a municipality; the region's own bank only gathers them."""
        return super().can_create_at(parent) and getattr(parent.specific, "municipality_id", None) is not None

    @property
    def school_year(self) -> str:
        """«2025/26», or nothing."""
        return f"{self.year}/{(self.year + 1) % 100:02d}" if self.year else ""

    def permissions_for_user(self, user: Any) -> Any:
        from bestpractices.review.testers import PracticeTester

        return PracticeTester(user, self)

    def get_workflow(self) -> Workflow | None:
        """The stages that the region has set for practices, wherever they stand."""
        from bestpractices.review.models import ReviewPolicy

        return ReviewPolicy.current().active_workflow()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store it; raises ``PublishedAroundReview`` if this would show visitors what no review has passed."""
        from bestpractices.review.guard import refuse_publishing_around, saving_whole

        refuse_publishing_around(self, only=kwargs.get("update_fields"))
        with saving_whole(self):
            super().save(*args, **kwargs)

    def with_content_json(self, content: dict[str, Any]) -> PracticePage:
        """A revision as an object; no revision carries a timetable of its own around the review."""
        practice: PracticePage = super().with_content_json(content)
        practice.go_live_at = practice.expire_at = None
        return practice

    def publish_approved(self, revision: Any, user: Any) -> None:
        """Publish the revision that the review has passed; raises ``PublishedAroundReview`` for any other."""
        from bestpractices.review.publishing import publish_passed

        publish_passed(self, revision, user)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from bestpractices.practices.pages import practice_view

        return {**super().get_context(request, *args, **kwargs), "practice": practice_view(self, request)}
