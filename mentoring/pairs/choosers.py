"""How a pair is chosen in other forms: own territory, found by either name, told apart by school and term."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from cms.accounts.choosers import OwnChooseResultsView, OwnChooseView, TerritorialChooserViewSet
from cms.lists.conditions import behind
from cms.territories.searched import OF_ORGANISATION
from mentoring.bank.searched import OF_MENTOR
from mentoring.pairs.models import Pair

#: Both sides of a pair, and where it works.
PAIR_SEARCHED = (*OF_MENTOR, *behind("mentees", ("full_name", "organisation__short_name")), *OF_ORGANISATION, "order")


class PairListMixin:
    """The columns by which pairs of one mentor are told apart."""

    @property
    def columns(self) -> list[Any]:
        with_whom = Column("mentees", label=_("С кем"), accessor=mentee_names)
        place = Column("organisation", label=_("Организация"), accessor="organisation")
        state = Column("state", label=_("Состояние"), accessor="get_state_display")
        return [*super().columns, with_whom, place, state]  # type: ignore[misc]

    def get_object_list(self) -> models.QuerySet[Any]:
        found: models.QuerySet[Any] = super().get_object_list()  # type: ignore[misc]
        return found.select_related("mentor", "organisation").prefetch_related("mentees")


def mentee_names(pair: Pair) -> str:
    """«Белова Анна, Котов Пётр», from prefetched mentees."""
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
