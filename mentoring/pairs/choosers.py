"""How a pair is chosen in other forms: own territory, found by either name, told apart by school and term."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from cms.accounts.choosers import OwnChooseResultsView, OwnChooseView, TerritorialChooserViewSet, WordsFilterForm
from mentoring.pairs.models import Pair


class PairFilterForm(WordsFilterForm):
    """Finds pairs by the mentor, the mentee or the school."""

    fields_searched = (
        "mentor__last_name",
        "mentor__first_name",
        "mentor__patronymic",
        "mentees__full_name",
        "organisation__short_name",
    )

    def filter(self, objects: models.QuerySet[Any]) -> models.QuerySet[Any]:
        return super().filter(objects).distinct()


class PairListMixin:
    """The columns by which pairs of one mentor are told apart."""

    filter_form_class = PairFilterForm

    @property
    def columns(self) -> list[Any]:
        with_whom = Column("mentees", label=_("С кем"), accessor=_mentees)
        place = Column("organisation", label=_("Организация"), accessor="organisation")
        state = Column("state", label=_("Состояние"), accessor="get_state_display")
        return [*super().columns, with_whom, place, state]  # type: ignore[misc]

    def get_object_list(self) -> models.QuerySet[Any]:
        found: models.QuerySet[Any] = super().get_object_list()  # type: ignore[misc]
        return found.select_related("mentor", "organisation").prefetch_related("mentees")


def _mentees(pair: Pair) -> str:
    return ", ".join(mentee.full_name for mentee in pair.mentees.all())


class PairChooseView(PairListMixin, OwnChooseView):
    pass


class PairChooseResultsView(PairListMixin, OwnChooseResultsView):
    pass


class PairChooserViewSet(TerritorialChooserViewSet):
    """Chooses a pair."""

    choose_view_class = PairChooseView
    choose_results_view_class = PairChooseResultsView
    icon = "group"
    words_to_choose = (_("Выбрать пару"), _("Выбрать другую пару"))
