"""«Письма»: what waits, what was not sent and why, and a second try."""

from __future__ import annotations

from typing import Any

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import IndexView
from wagtail.permissions import policy_registry

from cms.actions import Refused
from cms.drafts.policies import no_words_typed
from cms.lists.views import SearchedByWords
from cms.mailing.actions import SendAgain
from cms.mailing.enums import MailState
from cms.mailing.kinds import kind_choices
from cms.mailing.models import OutgoingMail
from cms.paginating import RussianPaginator


class MailFilterSet(WagtailFilterSet):
    """How the list of mails is narrowed."""

    state = django_filters.ChoiceFilter(choices=MailState, label=gettext_lazy("Состояние"))
    kind = django_filters.ChoiceFilter(choices=kind_choices, label=gettext_lazy("О чём"))

    class Meta:
        model = OutgoingMail
        fields = ["state", "kind"]


class StateColumn(Column):
    """The state in words, why, and the button that tries again."""

    cell_template_name = "cms/mailing/state_cell.html"


class MailReportView(SearchedByWords, IndexView):
    """Every mail of the site; words of mails that have left are not kept."""

    model = OutgoingMail
    page_title = gettext_lazy("Письма")
    header_icon = "mail"
    index_url_name = "mail_report"
    index_results_url_name = "mail_report_results"
    any_permission_required = ["view"]
    search_fields = ("subject", "recipient")
    filterset_class = MailFilterSet
    default_ordering = "-created_at"
    paginate_by = 50
    paginator_class = RussianPaginator
    list_display = [
        Column("subject", label=gettext_lazy("Тема"), sort_key="subject"),
        Column("recipient", label=gettext_lazy("Кому"), sort_key="recipient"),
        Column("kind", label=gettext_lazy("О чём"), accessor="kind_label", sort_key="kind"),
        DateColumn("created_at", label=gettext_lazy("Написано"), sort_key="created_at"),
        StateColumn("state", label=gettext_lazy("Состояние"), sort_key="state"),
    ]

    def order_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Equal rows keep their order from page to page."""
        ordered = super().order_queryset(queryset)
        return ordered.order_by(*ordered.query.order_by, "-pk")

    def _get_title_column(self, field_name: str, **kwargs: Any) -> Any:
        return self.list_display[0]


@no_words_typed("one button")
@require_POST
def send_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Try one mail again, and come back to the list."""
    if not policy_registry.get_by_type(OutgoingMail).user_has_permission(request.user, "change"):
        raise PermissionDenied
    mail = get_object_or_404(OutgoingMail, pk=pk)
    try:
        SendAgain(mail, request.user).execute()
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Письмо для %(to)s отправляется снова.") % {"to": mail.recipient})
    return redirect("mail_report")


class MailMenuItem(MenuItem):
    """Shown to those who may see mails."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(policy_registry.get_by_type(OutgoingMail).user_has_permission(request.user, "view"))


def mail_menu_item() -> MenuItem:
    """The place of «Письма» among the reports."""
    return MailMenuItem(
        gettext_lazy("Письма"), reverse_lazy("mail_report"), name="mail-report", icon_name="mail", order=1300
    )


urlpatterns = [
    path("reports/mail/", MailReportView.as_view(), name="mail_report"),
    path("reports/mail/results/", MailReportView.as_view(results_only=True), name="mail_report_results"),
    path("reports/mail/<int:pk>/again/", require_admin_access(send_again), name="mail_send_again"),
]
