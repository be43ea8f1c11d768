"""A programme of mentoring as a page, and the section in which programmes stand."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import PageManager

from cms.choice_list import ChoiceListField
from cms.pages.facets import PageFacet, choices
from cms.pages.findable import Found, FoundAs, Related
from cms.pages.listing import Listing, ListingPage
from cms.pages.readiness import Need, ReadyPage
from cms.territories.enums import OrganisationKind
from cms.territories.models import Organisation
from mentoring.bank.enums import MentoringForm, MentoringKind
from mentoring.pairs.enums import PairModel
from mentoring.programmes.enums import Goal, StartMonth
from mentoring.programmes.forms import ProgrammePageForm
from mentoring.programmes.panels import PROGRAMME_PANELS
from mentoring.programmes.querysets import ProgrammeQuerySet
from mentoring.school_years import SchoolYear, school_year_of

#: School years that a programme may describe, by their first year.
YEARS = (2015, 2100)


def current_year() -> int:
    """The first year of today's school year."""
    return school_year_of(timezone.localdate()).start


class ProgrammeIndexPage(ListingPage):
    """The bank of programmes of a branch; the region's own section shows all of them (S1-16)."""

    listing = Listing(
        of=("mentoring.ProgrammePage",),
        noun=(_("программа"), _("программы"), _("программ")),
        facets=("district", "form", "organisation-kind", "year"),
        field_label=_("Слово из названия, цели или задач"),
        empty=_("Программ пока нет. Первую опубликует редактор или координатор."),
    )

    parent_page_types: ClassVar = ["cms.HomePage", "cms.MunicipalityPage"]
    subpage_types: ClassVar = ["mentoring.ProgrammePage"]

    class Meta:
        verbose_name = _("раздел «Программы»")
        verbose_name_plural = _("разделы «Программы»")


class ProgrammePage(RoutablePageMixin, ReadyPage):
    """What an organisation tells of its mentoring: roles, aim, tasks, forms of pairs, stages, calendar (S2-01)."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="programmes", verbose_name=_("организация")
    )
    year = models.PositiveSmallIntegerField(
        _("учебный год"),
        default=current_year,
        validators=[MinValueValidator(YEARS[0]), MaxValueValidator(YEARS[1])],
        help_text=_("Год, в котором он начинается: 2026 для 2026/27."),
    )
    start = models.PositiveSmallIntegerField(
        _("начало работы"),
        choices=StartMonth,
        default=StartMonth.SEPTEMBER,
        help_text=_("По нему рассчитывается циклограмма года."),
    )
    definition = models.TextField(
        _("что такое наставничество"),
        blank=True,
        max_length=1000,
        help_text=_("Определение, на котором стоит программа: одно-два предложения."),
    )
    aim = models.TextField(_("цель"), blank=True, max_length=1500)
    goals = ChoiceListField(_("чего хотим достичь"), options=Goal)
    kinds = ChoiceListField(_("виды наставничества"), options=MentoringKind)
    mentoring_forms = ChoiceListField(_("формы наставничества"), options=MentoringForm)
    curator_name = models.CharField(_("фамилия, имя, отчество"), max_length=200, blank=True)
    curator_post = models.CharField(
        _("должность"),
        max_length=200,
        blank=True,
        help_text=_("«заместитель директора по учебно-воспитательной работе»"),
    )
    curator_phone = models.CharField(_("телефон"), max_length=60, blank=True)

    objects = PageManager.from_queryset(ProgrammeQuerySet)()

    needs: ClassVar = (
        Need("organisation", _("Выберите организацию.")),
        Need("grounds", _("Назовите хотя бы одно основание.")),
        Need("definition", _("Объясните, что такое наставничество.")),
        Need("mentors", _("Напишите, кто может быть наставником.")),
        Need("mentees", _("Напишите, кто может быть наставляемым.")),
        Need("aim", _("Сформулируйте цель.")),
        Need("tasks", _("Добавьте хотя бы одну задачу.")),
        Need("forms", _("Выберите хотя бы одну форму пар.")),
        Need("curator_name", _("Назовите куратора.")),
        Need("curator_post", _("Укажите должность куратора.")),
    )
    found_as: ClassVar = FoundAs("programme", _("Программы"))
    is_copied: ClassVar = True
    facets: ClassVar = (
        PageFacet("form", _("Форма пар"), choices(PairModel)),
        PageFacet("organisation-kind", _("Организация"), choices(OrganisationKind)),
    )
    found_with: ClassVar = (
        Related("mentoring.ProgrammeForm", column="programme_id"),
        Related("mentoring.ProgrammeTask", column="programme_id"),
        Related(Organisation, lookup="organisation", when=("short_name", "kind")),
    )
    base_form_class = ProgrammePageForm
    content_panels: ClassVar = PROGRAMME_PANELS
    parent_page_types: ClassVar = ["mentoring.ProgrammeIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "mentoring/programmes/programme_page.html"

    class Meta:
        verbose_name = _("программа наставничества")
        verbose_name_plural = _("программы наставничества")

    @property
    def school_year(self) -> SchoolYear:
        """The school year that the programme describes."""
        return SchoolYear(self.year)

    @property
    def shared_lead(self) -> str:
        """What a messenger says of the programme: the lead, or the aim."""
        return self.lead or Truncator(self.aim).chars(200)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from mentoring.programmes.presenters import present
        from mentoring.programmes.relations import programme_relations
        from mentoring.programmes.structured import json_ld

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        today = timezone.localdate()
        programme = present(self, today)
        related = programme_relations.of(self, today) if self.pk else ()
        return context | {
            "programme": programme,
            "structured": json_ld(programme, self.full_url or ""),
            "related": related,
        }

    def found(self) -> Found | None:
        """What the search knows of the programme; the curator is not found by name."""
        place, forms = self.organisation, [PairModel(form.pair_model) for form in self.forms.all()]
        return Found(
            title=self.title,
            lead=self.lead,
            words=place.short_name if place else "",
            text="\n".join([self.definition, self.aim, *(task.text for task in self.tasks.all())]),
            facts=tuple(
                part
                for part in (place.short_name if place else "", ", ".join(str(form.label) for form in forms))
                if part
            ),
            day=self.school_year.begins,
            facets={
                "form": tuple(form.value for form in forms),
                "organisation-kind": (place.kind,) if place else (),
            },
        )

    @path("kalendar/", name="calendar")
    def calendar(self, request: HttpRequest) -> HttpResponseBase:
        """The cyclogram as a calendar to subscribe to."""
        from mentoring.programmes.responses import calendar_response

        return calendar_response(self, request)

    @path("pdf/", name="paper")
    def paper(self, request: HttpRequest) -> HttpResponse:
        """The whole description as a PDF."""
        from mentoring.programmes.responses import paper_response

        return paper_response(self, request)
