"""«Реестр наставников»: the bank as one wide table for methodists, and the list of those who ought to be found."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.urls import path, reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import IndexView

from cms.accounts.permissions import visible_to
from cms.accounts.territory import territory_of
from cms.lists.views import SearchedByWords
from cms.paginating import RussianPaginator
from mentoring.bank.exports.responses import FORMATS, bank_download
from mentoring.bank.filters import RegisterFilterSet
from mentoring.bank.models import Mentor
from mentoring.bank.publicness import reasons_hidden
from mentoring.bank.querysets import MentorQuerySet
from mentoring.bank.searched import MENTOR_SEARCHED
from mentoring.consents.enums import Purpose


def names(relation: str) -> Any:
    """An accessor that lists the names of a prefetched relation."""
    return lambda mentor: ", ".join(entry.name for entry in getattr(mentor, relation).all())


def place(mentor: Mentor) -> str:
    """The organisation, its municipality under it."""
    organisation = mentor.organisation
    return format_html("{}<div>{}</div>", organisation.short_name, organisation.municipality.short_name)


def qualification(mentor: Mentor) -> str:
    """«высшая категория, 21–30 лет»; a dash where neither is known."""
    return ", ".join(filter(None, (mentor.get_category_display(), mentor.get_experience_band_display()))) or "–"


def freshness(mentor: Mentor) -> str:
    """«подтверждено недавно, 12.09.2026»."""
    return f"{mentor.freshness(timezone.localdate()).label}, {mentor.confirmed_on:%d.%m.%Y}"


def consents(mentor: Mentor) -> str:
    """Which consents are in force: «обработка, публикация»."""
    valid = {consent.purpose for consent in mentor.consents.all() if consent.is_valid(timezone.localdate())}
    words = {Purpose.PROCESSING: _("обработка"), Purpose.PUBLICATION: _("публикация")}
    return ", ".join(word for purpose, word in words.items() if purpose in valid) or _("нет")


def standing(mentor: Mentor) -> str:
    """When the entry was confirmed, and the consents in force under it."""
    return format_html("{}<div>{}</div>", freshness(mentor), _("согласия: %(words)s") % {"words": consents(mentor)})


def visibility(mentor: Mentor) -> str:
    """«Видна», or every reason why not."""
    reasons = reasons_hidden(mentor, timezone.localdate())
    return format_html_join("", "<div>{}</div>", ((reason.text,) for reason in reasons)) or _("Видна")


class MentorRegisterView(SearchedByWords, IndexView):
    """Mentors of the user's territory in a table that is filtered, sorted, printed and downloaded."""

    model = Mentor
    template_name = "mentoring/admin/register.html"
    results_template_name = "mentoring/admin/register_results.html"
    page_title = gettext_lazy("Реестр наставников")
    header_icon = "table"
    index_url_name = "mentor_register"
    index_results_url_name = "mentor_register_results"
    edit_url_name = "wagtailsnippets_mentoring_mentor:edit"
    inspect_url_name = "wagtailsnippets_mentoring_mentor:inspect"
    any_permission_required = ["view"]
    filterset_class = RegisterFilterSet
    default_ordering = "last_name"
    paginate_by = 50
    paginator_class = RussianPaginator
    is_searchable = True
    search_fields = MENTOR_SEARCHED
    #: Non-empty: Wagtail then offers the downloads, which ``get`` answers.
    list_export = ["full_name"]
    list_display = [
        "last_name",
        Column("place", label=gettext_lazy("Организация"), accessor=place, sort_key="organisation__short_name"),
        Column("subjects", label=gettext_lazy("Предметы"), accessor=names("subjects")),
        Column("directions", label=gettext_lazy("Направления"), accessor=names("directions")),
        Column("qualification", label=gettext_lazy("Категория, стаж"), accessor=qualification, sort_key="category"),
        Column(
            "state",
            label=gettext_lazy("Ход отбора"),
            accessor="get_selection_state_display",
            sort_key="selection_state",
        ),
        Column("freshness", label=gettext_lazy("Подтверждение, согласия"), accessor=standing, sort_key="confirmed_on"),
        Column("free", label=gettext_lazy("Свободно мест"), sort_key="free"),
        Column("visibility", label=gettext_lazy("Посетителям"), accessor=visibility),
    ]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        file_format = request.GET.get("export", "")
        if file_format in FORMATS:
            return bank_download(request.user, self.get_queryset(), file_format)
        return super().get(request, *args, **kwargs)

    def get_base_queryset(self) -> MentorQuerySet:
        mentors = visible_to(self.request.user, Mentor.objects.all())
        return mentors.with_places().with_card_relations()  # type: ignore[attr-defined]

    def order_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Equal rows keep their order from page to page."""
        ordered = super().order_queryset(queryset)
        return ordered.order_by(*ordered.query.order_by, "last_name", "first_name", "pk")

    @cached_property
    def header_buttons(self) -> list[Any]:
        return []

    def _get_title_column(self, field_name: str, **kwargs: Any) -> Any:
        column = super()._get_title_column(field_name, **kwargs)
        column.label, column.accessor = _("Наставник"), "full_name"
        return column


class CalledToMentorView(MentorRegisterView):
    """Honoured teachers and those of the highest category whom nobody can find in the bank (S4-05), by school."""

    page_title = gettext_lazy("Должны быть в банке")
    header_icon = "warning"
    index_url_name = "mentor_called"
    index_results_url_name = "mentor_called_results"
    default_ordering = "organisation__short_name"

    def get_base_queryset(self) -> MentorQuerySet:
        return super().get_base_queryset().called_to_mentor().not_public(timezone.localdate())


class RegisterMenuItem(MenuItem):
    """Shown to those who may see mentors somewhere."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(territory_of(request.user, "mentoring.mentor", ["view"]))


def register_menu_item() -> MenuItem:
    """The register's place in the menu of the bank."""
    label, url = gettext_lazy("Реестр наставников"), reverse_lazy("mentor_register")
    return RegisterMenuItem(label, url, name="mentor-register", icon_name="table", order=200)


def called_menu_item() -> MenuItem:
    """The place of the list of those who ought to be found."""
    label, url = gettext_lazy("Должны быть в банке"), reverse_lazy("mentor_called")
    return RegisterMenuItem(label, url, name="mentor-called", icon_name="warning", order=250)


urlpatterns = [
    path("bank/register/", MentorRegisterView.as_view(), name="mentor_register"),
    path("bank/register/results/", MentorRegisterView.as_view(results_only=True), name="mentor_register_results"),
    path("bank/called/", CalledToMentorView.as_view(), name="mentor_called"),
    path("bank/called/results/", CalledToMentorView.as_view(results_only=True), name="mentor_called_results"),
]
