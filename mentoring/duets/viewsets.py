"""Projects in the admin, as a list and a form of their facts; the work itself is done at the desk."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import quote
from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.snippets.views.snippets import CreateView, EditView, IndexView

from cms.accounts.viewsets import TerritorialSnippetViewSet
from cms.lists.columns import DayColumn
from cms.lists.views import SearchedByWords
from cms.paginating import RussianPaginator
from mentoring.duets.forms import ProjectForm
from mentoring.duets.models import DuetProject
from mentoring.duets.months import month_words

PROJECT_EDIT_HANDLER = ObjectList(
    [
        FieldRowPanel([FieldPanel("municipality"), FieldPanel("month")]),
        FieldPanel("mentee"),
        FieldPanel("working_title"),
        FieldRowPanel([FieldPanel("responsible"), FieldPanel("due_on")]),
    ],
    base_form_class=ProjectForm,
)


class ToTheDesk:
    """After the form the desk is shown, with a word about a second duet in the month."""

    object: Any
    request: Any

    def get_success_url(self) -> str:
        project = self.object
        others = DuetProject.objects.under_way().of_place(project.municipality).of_month(project.month)
        if others.exclude(pk=project.pk).exists():
            words = _("%(month)s: в этом месяце теперь два дуэта. Обычно выходит один.")
            messages.warning(self.request, words % {"month": month_words(project.month).capitalize()})
        return reverse("duet_desk", args=[quote(project.pk)])


class ProjectIndexView(SearchedByWords, IndexView):
    """Projects of the user's territory."""

    page_title = gettext_lazy("Дуэты месяца")
    add_item_label = gettext_lazy("Задумать дуэт")
    paginator_class = RussianPaginator


class ProjectCreateView(ToTheDesk, CreateView):
    """A new idea; month, place and duet may stand in the address."""

    page_title = gettext_lazy("Задумать дуэт")

    def get_initial(self) -> dict[str, Any]:
        asked = {name: self.request.GET.get(name, "") for name in ("month", "municipality", "mentee")}
        numbers = {name: asked[name] for name in ("municipality", "mentee") if asked[name].isdecimal()}
        return {**super().get_initial(), **numbers, **({"month": asked["month"][:10]} if asked["month"] else {})}


class ProjectEditView(ToTheDesk, EditView):
    """The facts of a project."""

    @cached_property
    def header_buttons(self) -> list[Button]:
        url = reverse("duet_desk", args=[self.object.pk])
        return [*super().header_buttons, HeaderButton(_("К дуэту"), url=url, icon_name="openquote", priority=1)]


class DuetProjectViewSet(TerritorialSnippetViewSet):
    """Projects «Все дуэты»."""

    model = DuetProject
    icon = "openquote"
    menu_label = gettext_lazy("Все дуэты")
    menu_name = "duet-projects"
    menu_order = 200
    menu_hook = "register_duets_menu_item"
    list_display = [
        TitleColumn("month_words", label=gettext_lazy("Месяц"), accessor=lambda project: month_words(project.month),
                    get_url=lambda project: reverse("duet_desk", args=[project.pk]), sort_key="month"),
        Column("place", label=gettext_lazy("Где"), accessor=lambda project: project.municipality or _("Вся область")),
        Column("duet", label=gettext_lazy("Дуэт"), accessor=lambda project: _names(project)),
        Column("state", label=gettext_lazy("Состояние"), accessor="get_state_display", sort_key="state"),
        DayColumn("due_on", label=gettext_lazy("До"), sort_key="due_on"),
    ]  # fmt: skip
    list_filter = ["state"]
    list_per_page = 50
    search_fields = [
        *("working_title", "speakers__name", "mentee__full_name", "pair__mentor__last_name", "municipality__name"),
    ]
    index_view_class = ProjectIndexView
    add_view_class = ProjectCreateView
    edit_view_class = ProjectEditView
    edit_handler = PROJECT_EDIT_HANDLER

    def listed(self) -> models.QuerySet[DuetProject]:
        return DuetProject.objects.with_duet()


def _names(project: DuetProject) -> str:
    speakers = [speaker.name for speaker in project.speakers.all()]
    if speakers:
        return " и ".join(speakers)
    return project.working_title or _("не выбран")
