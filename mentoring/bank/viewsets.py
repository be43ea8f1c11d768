"""The bank in the admin: list, form, history and workflow of mentors."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.models import WorkflowState
from wagtail.snippets.views.snippets import EditView, IndexView

from cms.accounts.territory import territory_of
from cms.accounts.viewsets import TerritorialSnippetViewSet
from cms.lists.views import SearchedByWords
from cms.paginating import RussianPaginator
from mentoring.bank.action_views import mentor_actions
from mentoring.bank.choosers import MentorChooserViewSet
from mentoring.bank.filters import MentorFilterSet
from mentoring.bank.models import Mentor
from mentoring.bank.panels import MENTOR_EDIT_HANDLER
from mentoring.bank.publicness import reasons_hidden
from mentoring.bank.querysets import MentorQuerySet
from mentoring.bank.searched import MENTOR_SEARCHED


def is_public_today(mentor: Mentor) -> bool:
    """Whether visitors see the entry today."""
    return not reasons_hidden(mentor, timezone.localdate())


def record_state(mentor: Mentor) -> str:
    """«черновик», «на проверке», «опубликована» or «опубликована, есть правки»; reads ``workflow_states``."""
    if any(state.status == WorkflowState.STATUS_IN_PROGRESS for state in mentor.workflow_states.all()):
        return gettext("на проверке")
    if not mentor.live:
        return gettext("черновик")
    return gettext("опубликована, есть правки") if mentor.has_unpublished_changes else gettext("опубликована")


def free_places(mentor: Any) -> str:
    """«1 из 3», for a mentor from ``with_places``."""
    return gettext("%(free)s из %(total)s") % {"free": mentor.free, "total": mentor.places_total}


class MentorIndexView(SearchedByWords, IndexView):
    """Mentors of the user's territory."""

    page_title = _("Наставники")
    any_permission_required = ["add", "change", "delete", "view"]
    default_ordering = "last_name"
    add_item_label = _("Добавить наставника")
    paginator_class = RussianPaginator

    def _get_title_column(self, field_name: str, **kwargs: Any) -> Any:
        column = super()._get_title_column(field_name, **kwargs)
        column.label, column.accessor = gettext("Наставник"), "full_name"
        return column


class MentorEditView(EditView):
    """An entry, with what can be done to it."""

    @cached_property
    def header_buttons(self) -> list[Button]:
        buttons = list(super().header_buttons)
        for number, (label, name, icon) in enumerate(mentor_actions(self.object, self.request)):
            url = reverse(name, args=[self.object.pk])
            buttons.append(HeaderButton(label, url=url, icon_name=icon, priority=number))
        consent = reverse("mentoring_mentorconsent_modeladmin_create") + f"?mentor={self.object.pk}"
        if territory_of(self.request.user, "mentoring.mentorconsent", ["add"]).covers(self.object.municipality_id):
            buttons.append(HeaderButton(_("Записать согласие…"), url=consent, icon_name="doc-full", priority=8))
        names = reverse("names_mentor", args=[self.object.pk])
        buttons.append(HeaderButton(_("Имя на сайте"), url=names, icon_name="user", priority=9))
        return buttons

    def get_object(self, *args: Any, **kwargs: Any) -> Mentor:
        """The entry with the state of its review, which the form and its menu ask for a dozen times."""
        mentor: Mentor = super().get_object(*args, **kwargs)
        states = mentor.workflow_states.active().select_related("current_task_state__task")
        mentor._current_workflow_states = list(states)
        return mentor

    def form_valid(self, form: Any) -> Any:
        """The draft, its facts and their publication in one transaction, after which the index is renewed once."""
        self.object.__dict__.pop("_current_workflow_states", None)  # from here on the review may change
        with transaction.atomic():
            return super().form_valid(form)

    def save_instance(self) -> Mentor:
        """What is a fact of the record holds at once, whatever becomes of the draft."""
        mentor: Mentor = super().save_instance()
        facts: dict[str, Any] = {"level": mentor.level, "source": mentor.source}
        if mentor.is_minor:
            facts["is_minor"] = True
        stored = Mentor.objects.filter(pk=mentor.pk).exclude(**facts).first()
        if stored is not None:
            for field, value in facts.items():
                setattr(stored, field, value)
            stored.save(update_fields=list(facts))
        return mentor


#: What those who may only look are shown.
INSPECTED = [
    "last_name", "first_name", "patronymic", "person", "organisation", "position",
    "subjects", "directions", "experience_band", "category", "special_categories",
    "audiences", "places_total", "about", "honours", "selection_state", "confirmed_on", "source", "level",
]  # fmt: skip


class MentorViewSet(TerritorialSnippetViewSet):
    """Mentors «Наставники»."""

    model = Mentor
    icon = "user"
    menu_label = _("Наставники")
    menu_name = "mentors"
    menu_order = 100
    menu_hook = "register_bank_menu_item"
    list_display = [
        "last_name",
        Column("organisation", label=_("Организация"), sort_key="organisation__short_name"),
        Column("municipality", label=_("Муниципалитет"), accessor="organisation.municipality.short_name"),
        Column("selection_state", label=_("Ход отбора"), accessor="get_selection_state_display"),
        Column("free", label=_("Свободно мест"), accessor=free_places),
        Column("record", label=_("Запись"), accessor=record_state),
        BooleanColumn("public", label=_("Видна"), accessor=is_public_today),
    ]
    list_per_page = 50
    search_fields = MENTOR_SEARCHED
    filterset_class = MentorFilterSet
    inspect_view_enabled = True
    inspect_view_fields = INSPECTED
    index_view_class = MentorIndexView
    edit_view_class = MentorEditView
    chooser_viewset_class = MentorChooserViewSet
    edit_handler = MENTOR_EDIT_HANDLER

    def listed(self) -> MentorQuerySet:
        return Mentor.objects.with_places().with_reasons().prefetch_related("workflow_states")
