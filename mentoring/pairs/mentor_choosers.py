"""How the mentor of a pair is chosen: those who may take a mentee now, with their free places."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from cms.accounts.choosers import WordedChooser
from mentoring.bank.choosers import MentorChooseResultsView, MentorChooserViewSet, MentorChooseView
from mentoring.bank.enums import FINDABLE_STATES
from mentoring.bank.models import Mentor
from mentoring.bank.viewsets import free_places


class WithPlacesMixin:
    """Mentors of the bank who have a place left."""

    @property
    def columns(self) -> list[Any]:
        return [*super().columns, Column("free", label=_("Свободно мест"), accessor=free_places)]  # type: ignore[misc]

    def get_object_list(self) -> models.QuerySet[Any]:
        found: Any = super().get_object_list()  # type: ignore[misc]
        return found.filter(selection_state__in=FINDABLE_STATES).with_places().filter(free__gt=0)


class ChooseView(WithPlacesMixin, MentorChooseView):
    pass


class ChooseResultsView(WithPlacesMixin, MentorChooseResultsView):
    pass


class ChooserOfItsOwn(WordedChooser):
    """Opens the list of this viewset; the stock widget opens the one that all forms share."""

    chooser_modal_url_name = ""

    def get_chooser_modal_url(self) -> str:
        return reverse(self.chooser_modal_url_name)


class MentorForPairViewSet(MentorChooserViewSet):
    """Chooses the mentor of a pair."""

    choose_view_class = ChooseView
    choose_results_view_class = ChooseResultsView
    base_widget_class = ChooserOfItsOwn
    register_widget = False


mentor_for_pair = MentorForPairViewSet("mentor_for_pair", model=Mentor, url_prefix="choose-mentor-for-pair")
