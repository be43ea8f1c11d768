"""Pairs in the admin."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Case, Count, ProtectedError, When
from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button, HeaderButton, ListingButton
from wagtail.snippets.views.snippets import CreateView, EditView, IndexView

from cms.accounts.viewsets import TerritorialSnippetViewSet
from cms.lists.columns import DayColumn
from cms.lists.views import SearchedByWords
from cms.pages.rows import RowsPanel
from cms.paginating import RussianPaginator
from mentoring.pairs.action_views import pair_actions
from mentoring.pairs.choosers import PAIR_SEARCHED, PairChooserViewSet, mentee_names
from mentoring.pairs.enums import PairState
from mentoring.pairs.forms import MenteeForm, PairForm
from mentoring.pairs.models import Pair
from mentoring.pairs.places import PairRefused

#: Pairs under way come first in the list, those that are over last.
IN_LIST = (PairState.ACTIVE, PairState.PAUSED, PairState.DRAFT, PairState.COMPLETED, PairState.ENDED)


#: A mentor of a group; a class has half as many.
MOST_MENTEES = 60


class MenteesPanel(RowsPanel):
    """The mentees of a pair; each one's form knows who fills it in."""

    def get_form_options(self) -> dict[str, Any]:
        options: dict[str, Any] = super().get_form_options()
        options["formsets"][self.relation_name] |= {"form": MenteeForm, "inherit_kwargs": ["for_user"]}
        return options


PAIR_EDIT_HANDLER = ObjectList(
    [
        FieldPanel("mentor"),
        FieldPanel("organisation"),
        FieldRowPanel([FieldPanel("model"), FieldPanel("kind")]),
        FieldRowPanel([FieldPanel("started_on"), FieldPanel("order")]),
        MenteesPanel(
            "mentees",
            heading=_("Наставляемые"),
            label=_("наставляемый"),
            max_num=MOST_MENTEES,
            help_text=_(
                "Имя наставляемого посетители видят только с его отдельным согласием на интервью: в опубликованном "
                "дуэте, там, где он перепечатан, и в сборнике организации. Имён тех, кому нет 18 лет, не видит никто."
            ),
            panels=[
                FieldPanel("full_name"),
                FieldRowPanel([FieldPanel("organisation"), FieldPanel("is_minor")]),
            ],
        ),
    ],
    base_form_class=PairForm,
)


class PairIndexView(SearchedByWords, IndexView):
    """Pairs of the user's territory, those under way first, each with what can be done to it."""

    default_ordering = ("place_in_list", "-started_on", "-pk")

    page_title = _("Наставнические пары")
    add_item_label = _("Добавить пару")
    paginator_class = RussianPaginator

    def get_list_buttons(self, instance: Pair) -> list[Any]:
        """The step that comes next stands in the row itself, the others beside «Изменить»."""
        steps = pair_actions(instance, self.request)
        buttons = super().get_list_buttons(instance)
        if steps:
            label, name, _icon = steps[-1] if len(steps) == 1 else steps[1]
            buttons.insert(0, ListingButton(label, url=reverse(name, args=[instance.pk])))
        return buttons

    def get_list_more_buttons(self, instance: Pair) -> list[Any]:
        steps = [
            Button(label, url=reverse(name, args=[instance.pk]), icon_name=icon, priority=number)
            for number, (label, name, icon) in enumerate(pair_actions(instance, self.request))
        ]
        return [*steps, *super().get_list_more_buttons(instance)]


class RefusedInFormMixin:
    """What was refused under the lock is said in the form, where everything typed stays."""

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)  # type: ignore[misc]
        except PairRefused as refusal:
            form.add_error(None, str(refusal))
        except ProtectedError:  # a consent was recorded while the form was being saved
            form.add_error(None, _("Пару только что изменили. Откройте её заново."))
        return self.form_invalid(form)  # type: ignore[attr-defined]


class PairCreateView(RefusedInFormMixin, CreateView):
    """A new pair."""


class PairEditView(RefusedInFormMixin, EditView):
    """A pair, with what can be done to it."""

    @cached_property
    def header_buttons(self) -> list[Button]:
        buttons = list(super().header_buttons)
        for number, (label, name, icon) in enumerate(pair_actions(self.object, self.request)):
            url = reverse(name, args=[self.object.pk])
            buttons.append(HeaderButton(label, url=url, icon_name=icon, priority=number))
        return buttons


class PairViewSet(TerritorialSnippetViewSet):
    """Pairs «Пары»."""

    model = Pair
    icon = "group"
    menu_label = _("Пары")
    menu_name = "pairs"
    menu_order = 500
    menu_hook = "register_bank_menu_item"
    list_display = [
        "mentor",
        Column("with_whom", label=_("С кем"), accessor=mentee_names),
        Column("organisation", label=_("Организация"), sort_key="organisation__short_name"),
        Column("state", label=_("Состояние"), accessor="get_state_display", sort_key="place_in_list"),
        Column("mentees", label=_("Наставляемых"), accessor="mentee_count", sort_key="mentee_count"),
        DayColumn("started_on", label=_("Начало"), sort_key="started_on"),
    ]
    chooser_viewset_class = PairChooserViewSet
    list_filter = ["state", "model", "kind"]
    search_fields = PAIR_SEARCHED
    list_per_page = 50
    inspect_view_enabled = True
    inspect_view_fields = ["mentor", "organisation", "model", "kind", "state", "started_on", "ended_on", "order"]
    index_view_class = PairIndexView
    add_view_class = PairCreateView
    edit_view_class = PairEditView
    edit_handler = PAIR_EDIT_HANDLER

    def listed(self) -> models.QuerySet[Pair]:
        pairs = Pair.objects.select_related("mentor", "organisation").prefetch_related("mentees")
        places = [When(state=state, then=number) for number, state in enumerate(IN_LIST)]
        return pairs.annotate(mentee_count=Count("mentees"), place_in_list=Case(*places, default=len(IN_LIST)))
