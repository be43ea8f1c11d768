"""The admin pages of the other moves: send, take back, withdraw, reopen, tick off a remark."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, View
from wagtail.admin import messages

from bestpractices.practices.differences import differences
from bestpractices.review.actions import ReviewAction
from bestpractices.review.aftercare import ReopenPractice, ResolveRemark, WithdrawPractice
from bestpractices.review.correcting import SendCorrection
from bestpractices.review.enums import Move
from bestpractices.review.forms import ReasonForm, RecallForm
from bestpractices.review.submitting import RecallPractice, SubmitPractice
from bestpractices.review.views import PracticeDoor
from cms.actions import Refused


class MoveView(PracticeDoor, FormView):
    """Asks for what a move needs, does it, or says in words why not."""

    template_name = "mentoring/admin/action.html"
    form_class: type[forms.Form] = ReasonForm
    move: ClassVar[Move]
    action_class: ClassVar[type[ReviewAction]]
    title: ClassVar[Any]
    button: ClassVar[Any]
    done: ClassVar[Any]
    explanation: ClassVar[Any] = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if self.move not in self.moves:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            self.action_class(self.practice, self.request.user, form.cleaned_data.get("reason", "")).execute()
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        messages.success(self.request, str(self.done) % {"title": self.practice.title})
        return super().form_valid(form)

    def get_success_url(self) -> str:
        return reverse("practice_review", args=[self.practice.pk])

    def get_page_title(self) -> str:
        return str(self.title)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        words = {"button": self.button, "explanation": self.explanation, "back_url": self.get_success_url()}
        return super().get_context_data(**words, **kwargs)


class SubmitView(MoveView):
    """Sends the stored draft."""

    form_class = forms.Form
    move = Move.SUBMIT
    action_class = SubmitPractice
    title = _("Отправить на проверку")
    button = _("Отправить на проверку району")
    done = _("«%(title)s»: отправлена на проверку.")
    explanation = _("Пока идёт проверка, текст закрыт для правки: проверяющие читают одно и то же. Отозвать его можно.")


class CorrectView(MoveView):
    """Sends the stored draft of a published practice as an editor's correction, with the difference before the eyes."""

    template_name = "bestpractices/admin/correct.html"
    form_class = forms.Form
    move = Move.SUBMIT
    action_class = SendCorrection
    title = _("Отправить редакторскую правку")
    button = _("Отправить правку району")
    done = _("«%(title)s»: правка отправлена, прежний текст остаётся на сайте до решения района.")
    explanation = _("Правку читает только муниципалитет. Если меняется смысл, числа или люди, нужна полная проверка.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        live, latest = self.practice.live_revision, self.practice.get_latest_revision()
        changes = differences(live.as_object(), latest.as_object()) if live and latest else ()
        return super().get_context_data(changes=changes, **kwargs)


class RecallView(MoveView):
    """Takes the practice back."""

    form_class = RecallForm
    move = Move.RECALL
    action_class = RecallPractice
    title = _("Отозвать с проверки")
    button = _("Отозвать и править")
    done = _("«%(title)s»: снова у вас, можно править.")
    explanation = _("Проверка прервётся. После правки практика пройдёт все этапы с начала.")


class WithdrawView(MoveView):
    """Takes the practice off the site."""

    move = Move.WITHDRAW
    action_class = WithdrawPractice
    title = _("Снять с публикации")
    button = _("Снять с публикации")
    done = _("«%(title)s»: снята с публикации.")
    explanation = _("Страница исчезнет с сайта сразу. Вернуть её можно только через новую проверку.")


class ReopenView(MoveView):
    """Brings a rejected practice back to its author."""

    move = Move.REOPEN
    action_class = ReopenPractice
    title = _("Вернуть в работу")
    button = _("Вернуть автору")
    done = _("«%(title)s»: автор снова может её править.")


class ResolveView(PracticeDoor, View):
    """Ticks one remark off."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            ResolveRemark(self.practice, request.user, kwargs["remark_pk"]).execute()
        except Refused as refusal:
            messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("practice_review", args=[self.practice.pk]))
