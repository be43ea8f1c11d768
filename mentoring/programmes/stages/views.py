"""The admin pages of stages."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from cms.accounts.permissions import user_can
from cms.actions import Action
from mentoring.bank.forms import NothingToFill, ReasonForm
from mentoring.programmes.action_views import ProgrammeActionView
from mentoring.programmes.models import ProgrammePage
from mentoring.programmes.stages.actions import (
    AttachResults,
    CloseStage,
    ReopenStage,
    StartStage,
    UnstartStage,
    stage_by_number,
)
from mentoring.programmes.stages.files import file_response
from mentoring.programmes.stages.forms import ResultsForm, given_results
from mentoring.programmes.stages.models import StageResult
from mentoring.programmes.stages.table import Stage


class StageView(ProgrammeActionView):
    """An action on the stage whose number stands in the address."""

    stage: Stage

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        stage = stage_by_number(kwargs["number"])
        if stage is None:
            raise Http404
        self.stage = stage

    def get_page_subtitle(self) -> str:
        return f"{self.stage.number}. {self.stage.title}"


class StartView(StageView):
    form_class = NothingToFill
    title = _("Начать этап")
    button = _("Начать")
    done = _("Этап начат.")
    header_icon = "arrow-right"

    def action(self, data: dict[str, Any]) -> Action:
        return StartStage(self.thing, self.stage, self.request.user)


class CloseView(StageView):
    form_class = NothingToFill
    title = _("Закрыть этап")
    button = _("Закрыть этап")
    done = _("Этап закрыт, посетители увидят его результат.")
    explanation = _("Все документы этапа приложены. Следующий этап начнётся сам.")
    header_icon = "check"

    def action(self, data: dict[str, Any]) -> Action:
        return CloseStage(self.thing, self.stage, self.request.user)


class ReopenView(StageView):
    form_class = ReasonForm
    title = _("Вернуть этап в работу")
    button = _("Вернуть в работу")
    done = _("Этап снова в работе.")
    header_icon = "undo"

    def action(self, data: dict[str, Any]) -> Action:
        return ReopenStage(self.thing, self.stage, self.request.user, data["note"])


class UnstartView(StageView):
    form_class = ReasonForm
    title = _("Вернуть этап в ожидание")
    button = _("Вернуть в ожидание")
    done = _("Этап снова впереди.")
    explanation = _("Так исправляют этап, начатый по ошибке или раньше времени. Приложенные документы останутся.")
    header_icon = "undo"

    def action(self, data: dict[str, Any]) -> Action:
        return UnstartStage(self.thing, self.stage, self.request.user, data["note"])


class ResultsView(StageView):
    """Takes the documents of a stage, all or some of them."""

    form_class = ResultsForm
    title = _("Документы этапа")
    button = _("Сохранить документы")
    done = _("Документы этапа сохранены.")
    header_icon = "doc-full-inverse"

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "stage": self.stage, "user": self.request.user}

    def action(self, data: dict[str, Any]) -> Action:
        given = given_results(self.thing, data, self.request.user)
        return AttachResults(self.thing, self.stage, self.request.user, given)


@require_safe
def result_file(request: HttpRequest, pk: int, kind: str) -> FileResponse:
    """The closed file of a result, for those who may change the programme."""
    result = get_object_or_404(StageResult.objects.exclude(file=""), programme_id=pk, kind=kind)
    if not user_can(request.user, "change", ProgrammePage.objects.get(pk=pk)):
        raise PermissionDenied
    return file_response(result)


AT = "programmes/<int:pk>/stages/<int:number>"
urlpatterns = [
    path(f"{AT}/start/", StartView.as_view(), name="programme_stage_start"),
    path(f"{AT}/unstart/", UnstartView.as_view(), name="programme_stage_unstart"),
    path(f"{AT}/results/", ResultsView.as_view(), name="programme_stage_results"),
    path(f"{AT}/close/", CloseView.as_view(), name="programme_stage_close"),
    path(f"{AT}/reopen/", ReopenView.as_view(), name="programme_stage_reopen"),
    path("programmes/<int:pk>/results/<slug:kind>/", result_file, name="programme_result_file"),
]
