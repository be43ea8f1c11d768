"""The admin pages of what is done to a pair, and which of them suit a pair now."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import path
from django.utils.translation import gettext_lazy

from cms.accounts.territory import territory_of
from cms.actions import Action
from mentoring.action_views import ActionView
from mentoring.bank.forms import NothingToFill, ReasonForm
from mentoring.pairs.actions import CompletePair, EndPair, OpenPair, PausePair, PreparePair, ReopenPair, ResumePair
from mentoring.pairs.enums import PairState
from mentoring.pairs.forms import CloseForm
from mentoring.pairs.models import Pair


class PairActionView(ActionView):
    """An action on a pair; afterwards the pair is shown again."""

    model = Pair
    back_url_name = "wagtailsnippets_mentoring_pair:edit"
    header_icon = "group"


class OpenView(PairActionView):
    """Starts the work of a pair."""

    form_class = NothingToFill
    title = gettext_lazy("Начать работу пары")
    button = gettext_lazy("Начать работу")
    done = gettext_lazy("Пара «%(thing)s» работает.")
    explanation = gettext_lazy("Наставляемые займут места наставника, пока пара не завершит работу.")

    def action(self, data: dict[str, Any]) -> Action:
        return OpenPair(self.thing, self.request.user)


class PauseView(PairActionView):
    """Pauses a pair."""

    form_class = ReasonForm
    title = gettext_lazy("Приостановить пару")
    button = gettext_lazy("Приостановить")
    done = gettext_lazy("Пара «%(thing)s» приостановлена, места сохранены.")

    def action(self, data: dict[str, Any]) -> Action:
        return PausePair(self.thing, self.request.user, data["note"])


class PrepareView(PauseView):
    """Takes a pair back whose work was begun by mistake."""

    title = gettext_lazy("Вернуть пару в подготовку")
    button = gettext_lazy("Вернуть в подготовку")
    done = gettext_lazy("Пара «%(thing)s» снова готовится, места освобождены.")
    explanation = gettext_lazy("Для пары, которую начали по ошибке. Причина обязательна: её увидят в истории пары.")

    def action(self, data: dict[str, Any]) -> Action:
        return PreparePair(self.thing, self.request.user, data["note"])


class ResumeView(PairActionView):
    """Goes on with a paused pair."""

    form_class = NothingToFill
    title = gettext_lazy("Возобновить работу пары")
    button = gettext_lazy("Возобновить")
    done = gettext_lazy("Пара «%(thing)s» снова работает.")

    def action(self, data: dict[str, Any]) -> Action:
        return ResumePair(self.thing, self.request.user)


class CompleteView(PairActionView):
    """Completes a pair."""

    form_class = CloseForm
    title = gettext_lazy("Завершить пару")
    button = gettext_lazy("Завершить")
    done = gettext_lazy("Пара «%(thing)s» завершена, места освобождены.")

    def action(self, data: dict[str, Any]) -> Action:
        return CompletePair(self.thing, self.request.user, data["ended_on"], data["note"])


class EndView(CompleteView):
    """Ends a pair before its time."""

    title = gettext_lazy("Прекратить досрочно")
    button = gettext_lazy("Прекратить")
    done = gettext_lazy("Пара «%(thing)s» прекращена досрочно, места освобождены.")
    explanation = gettext_lazy("Причина обязательна: её увидят в истории пары.")

    def action(self, data: dict[str, Any]) -> Action:
        return EndPair(self.thing, self.request.user, data["ended_on"], data["note"])


class ReopenView(PauseView):
    """Takes a closed pair back to work."""

    title = gettext_lazy("Вернуть пару в работу")
    button = gettext_lazy("Вернуть в работу")
    done = gettext_lazy("Пара «%(thing)s» снова работает, наставляемые заняли места.")
    explanation = gettext_lazy("День окончания сотрётся. Причина обязательна: её увидят в истории пары.")

    def action(self, data: dict[str, Any]) -> Action:
        return ReopenPair(self.thing, self.request.user, data["note"])


urlpatterns = [
    path("bank/pairs/<int:pk>/open/", OpenView.as_view(), name="pair_open"),
    path("bank/pairs/<int:pk>/prepare/", PrepareView.as_view(), name="pair_prepare"),
    path("bank/pairs/<int:pk>/pause/", PauseView.as_view(), name="pair_pause"),
    path("bank/pairs/<int:pk>/resume/", ResumeView.as_view(), name="pair_resume"),
    path("bank/pairs/<int:pk>/complete/", CompleteView.as_view(), name="pair_complete"),
    path("bank/pairs/<int:pk>/end/", EndView.as_view(), name="pair_end"),
    path("bank/pairs/<int:pk>/reopen/", ReopenView.as_view(), name="pair_reopen"),
]

_CLOSING = [
    (gettext_lazy("Завершить…"), "pair_complete", "check"),
    (gettext_lazy("Прекратить досрочно…"), "pair_end", "cross"),
]
_REOPENING = [(gettext_lazy("Вернуть в работу…"), "pair_reopen", "undo")]
_BY_STATE: dict[str, list[tuple[Any, str, str]]] = {
    PairState.DRAFT: [(gettext_lazy("Начать работу"), "pair_open", "check")],
    PairState.ACTIVE: [
        (gettext_lazy("Приостановить…"), "pair_pause", "warning"),
        *_CLOSING,
        (gettext_lazy("Вернуть в подготовку…"), "pair_prepare", "undo"),
    ],
    PairState.PAUSED: [(gettext_lazy("Возобновить"), "pair_resume", "rotate"), *_CLOSING],
    PairState.COMPLETED: _REOPENING,
    PairState.ENDED: _REOPENING,
}


def pair_actions(pair: Pair, request: HttpRequest) -> list[tuple[str, str, str]]:
    """What suits a pair now: (words, address name, icon); a stored pair with its organisation costs no query."""
    territory = territory_of(request.user, "mentoring.pair", ["change"])
    if not territory.covers(pair.organisation.municipality_id):
        return []
    return [(str(label), name, icon) for label, name, icon in _BY_STATE.get(pair.state, [])]
