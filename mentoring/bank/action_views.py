"""The admin pages of what is done to a mentor, and which of them suit a mentor now."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.accounts.permissions import user_can
from mentoring.action_views import ActionView
from mentoring.bank.actions import ConfirmMentor, Grounds, MoveMentor, SuspendMentor
from mentoring.bank.enums import SELECTION_TRANSITIONS, SelectionState
from mentoring.bank.forms import MoveForm, NothingToFill, ReasonForm
from mentoring.bank.models import Mentor

EDIT = "wagtailsnippets_mentoring_mentor:edit"


class MentorActionView(ActionView):
    """An action on a mentor; afterwards the entry is shown again."""

    model = Mentor
    back_url_name = EDIT


class MoveView(MentorActionView):
    """Moves a mentor through the selection."""

    form_class = MoveForm
    title = gettext_lazy("Ход отбора")
    button = gettext_lazy("Перевести")
    done = gettext_lazy("«%(thing)s»: ход отбора изменён.")
    header_icon = "arrow-right"

    def get_initial(self) -> dict[str, Any]:
        return {"to_state": self.request.GET.get("to", "")}

    def action(self, data: dict[str, Any]) -> MoveMentor:
        grounds = Grounds(note=data["note"], held_on=data["held_on"], held_by=data["held_by"])
        return MoveMentor(self.thing, SelectionState(data["to_state"]), self.request.user, grounds)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        state = self.thing.get_selection_state_display()
        return super().get_context_data(**kwargs) | {"explanation": _("Сейчас: «%(state)s».") % {"state": state}}


class ConfirmView(MentorActionView):
    """Confirms that an entry holds true."""

    form_class = NothingToFill
    title = gettext_lazy("Подтвердить запись")
    button = gettext_lazy("Подтвердить сегодняшним днём")
    done = gettext_lazy("«%(thing)s»: запись подтверждена.")
    explanation = gettext_lazy("Наставник по-прежнему готов помогать, сведения верны. Запись остаётся в поиске.")
    header_icon = "check"

    def action(self, data: dict[str, Any]) -> ConfirmMentor:
        return ConfirmMentor(self.thing, self.request.user)


class SuspendView(MentorActionView):
    """Takes a mentor out of the search for a time."""

    form_class = ReasonForm
    title = gettext_lazy("Приостановить")
    button = gettext_lazy("Приостановить")
    done = gettext_lazy("«%(thing)s»: работа приостановлена, в поиске записи нет.")
    explanation = gettext_lazy("Запись уйдёт из поиска, пока её не вернут в банк. Открытые пары продолжат работу.")
    header_icon = "warning"

    def action(self, data: dict[str, Any]) -> SuspendMentor:
        return SuspendMentor(self.thing, self.request.user, data["note"])


urlpatterns = [
    path("bank/mentors/<int:pk>/move/", MoveView.as_view(), name="mentor_move"),
    path("bank/mentors/<int:pk>/confirm/", ConfirmView.as_view(), name="mentor_confirm"),
    path("bank/mentors/<int:pk>/suspend/", SuspendView.as_view(), name="mentor_suspend"),
]


def mentor_actions(mentor: Mentor, request: HttpRequest) -> list[tuple[str, str, str]]:
    """What suits a mentor now: (words, address name, icon)."""
    if not user_can(request.user, "change", mentor):
        return []
    following = SELECTION_TRANSITIONS[SelectionState(mentor.selection_state)]
    actions = [(_("Ход отбора…"), "mentor_move", "arrow-right")]
    if mentor.selection_state != SelectionState.ARCHIVED:
        actions.insert(0, (_("Подтвердить запись"), "mentor_confirm", "check"))
    if SelectionState.SUSPENDED in following:
        actions.append((_("Приостановить…"), "mentor_suspend", "warning"))
    return actions
