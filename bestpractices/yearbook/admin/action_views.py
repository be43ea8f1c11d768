"""The admin pages of the steps of a year book."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bestpractices.yearbook.actions.deciding import AcceptBook, ReturnBook, WithdrawBook
from bestpractices.yearbook.actions.publishing import PublishBook, UnpublishBook
from bestpractices.yearbook.actions.sending import SendBook
from bestpractices.yearbook.admin.forms import JustDo, ReasonForm, RemarkForm, SeenForm, SendForm
from bestpractices.yearbook.choice import stored_choice
from bestpractices.yearbook.models import YearBook
from bestpractices.yearbook.readiness import chosen_reports, findings
from cms.actions import Action
from mentoring.action_views import ActionView


class BookActionView(ActionView):
    """A step of a book; afterwards the desk is shown again."""

    model = YearBook
    back_url_name = "year_book_desk"
    header_icon = "doc-full-inverse"


class SendView(BookActionView):
    """Says everything that hinders, what goes to review and what stays; then sends."""

    form_class = SendForm
    template_name = "yearbook/admin/send.html"
    title = _("Отправить в региональный центр")
    button = _("Отправить в региональный центр")
    done = _("Сборник отправлен. Региональный центр получил письмо.")

    def action(self, data: dict[str, Any]) -> Action:
        return SendBook(self.thing, self.request.user, without_unready=data["without_unready"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        choice = stored_choice(self.thing)
        found, reports = findings(self.thing, choice, timezone.localdate()), chosen_reports(choice)
        context = {
            "hindrances": [it for it in found if it.stops],
            "advice": [it for it in found if not it.stops],
            "going": [it for it in reports if it.can_go],
            "there": [it for it in reports if it.is_there],
            "staying": [it for it in reports if not it.can_go and not it.is_there],
        }
        return super().get_context_data(**context, **kwargs)


class AcceptView(BookActionView):
    """The centre accepts the edition that it read."""

    permission = "approve"
    form_class = SeenForm
    template_name = "yearbook/admin/decide.html"
    title = _("Принять сборник")
    button = _("Принять")
    done = _("Сборник принят. Школа получила письмо.")
    explanation = _("Школа сможет разместить на своей странице именно эту редакцию.")

    def action(self, data: dict[str, Any]) -> Action:
        return AcceptBook(self.thing, self.request.user, data["seen"])


class ReturnView(BookActionView):
    """The centre returns the book with a remark."""

    permission = "approve"
    form_class = RemarkForm
    template_name = "yearbook/admin/decide.html"
    header_icon = "warning"
    title = _("Вернуть с замечанием")
    explanation = _("Школа поправит сборник и отправит снова. Принятый сборник уйдёт со страницы школы.")
    button = _("Вернуть школе")
    done = _("Сборник возвращён. Школа получила ваше замечание.")

    def action(self, data: dict[str, Any]) -> Action:
        return ReturnBook(self.thing, self.request.user, data["seen"], data["remark"])


class WithdrawView(BookActionView):
    """The school takes the book back."""

    form_class = ReasonForm
    header_icon = "undo"
    title = _("Отозвать и поправить")
    button = _("Отозвать сборник")
    done = _("Сборник снова у вас.")
    explanation = _(
        "Сборник вернётся в работу, центр получит письмо. Принятый сборник уйдёт со страницы школы. Практики, "
        "которые ушли на проверку, остаются на проверке."
    )

    def action(self, data: dict[str, Any]) -> Action:
        return WithdrawBook(self.thing, self.request.user, data["reason"])


class PublishView(BookActionView):
    """The school puts the accepted book on its page."""

    form_class = JustDo
    title = _("Разместить на странице школы")
    button = _("Разместить")
    done = _("Сборник на странице школы.")
    explanation = _("Посетители прочтут принятую редакцию. Имена видны, пока действуют согласия.")

    def action(self, data: dict[str, Any]) -> Action:
        return PublishBook(self.thing, self.request.user)


class UnpublishView(BookActionView):
    """The school takes the book off its page."""

    form_class = JustDo
    title = _("Снять со страницы школы")
    button = _("Снять")
    done = _("Сборника больше нет на странице школы.")
    explanation = _("Сборник останется принятым, вернуть его на страницу можно в любой день.")

    def action(self, data: dict[str, Any]) -> Action:
        return UnpublishBook(self.thing, self.request.user)
