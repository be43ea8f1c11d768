"""How a mentor is chosen in other forms: own territory, found by words, told apart by school."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from cms.accounts.choosers import OwnChooseResultsView, OwnChooseView, TerritorialChooserViewSet


class MentorListMixin:
    """The columns by which namesakes are told apart."""

    @property
    def columns(self) -> list[Any]:
        place = Column("organisation", label=_("Организация"), accessor="organisation")
        state = Column("state", label=_("Ход отбора"), accessor="get_selection_state_display")
        return [*super().columns, place, state]  # type: ignore[misc]

    def get_object_list(self) -> models.QuerySet[Any]:
        found: models.QuerySet[Any] = super().get_object_list()  # type: ignore[misc]
        return found.select_related("organisation")


class MentorChooseView(MentorListMixin, OwnChooseView):
    pass


class MentorChooseResultsView(MentorListMixin, OwnChooseResultsView):
    pass


class MentorChooserViewSet(TerritorialChooserViewSet):
    """Chooses a mentor."""

    choose_view_class = MentorChooseView
    choose_results_view_class = MentorChooseResultsView
    icon = "user"
    words_to_choose = (_("Выбрать наставника"), _("Выбрать другого наставника"))
