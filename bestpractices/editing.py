"""How the review shows where practices are edited: the button that sends, the link that shows the way."""

from __future__ import annotations

from typing import Any

from django.contrib import messages as django_messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.action_menu import (
    ActionMenuItem,
    PublishMenuItem,
    RestartWorkflowMenuItem,
    SubmitForModerationMenuItem,
    UnpublishMenuItem,
)

from bestpractices.practices.models import PracticeIndexPage, PracticePage
from bestpractices.review.enums import Move
from bestpractices.review.standing import standing
from bestpractices.review.submitting import SubmitPractice
from cms.actions import Refused

SEND = "action-send-practice"
_STOCK = (PublishMenuItem, RestartWorkflowMenuItem, SubmitForModerationMenuItem, UnpublishMenuItem)


class SendMenuItem(ActionMenuItem):
    """Saves the draft and sends it to review, in one press."""

    label = gettext_lazy("Отправить на проверку району")
    name = SEND
    icon_name = "resubmit"
    order = 60


def offer_to_send(items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """A practice's menu offers its own way to the review; nothing there publishes."""
    page = context.get("page")
    is_new = context.get("view") == "create" and isinstance(context.get("parent_page"), PracticeIndexPage)
    if not is_new and not isinstance(page, PracticePage):
        return
    items[:] = [item for item in items if not isinstance(item, _STOCK) and item.name != "action-cancel-workflow"]
    if is_new or (isinstance(page, PracticePage) and standing(page).allows(Move.SUBMIT)):
        items.append(SendMenuItem())


def send_if_asked(request: HttpRequest, page: Any) -> HttpResponse | None:
    """After the draft is saved: send it if that was pressed; what is missing is said, and the draft stays."""
    if not isinstance(page, PracticePage) or SEND not in request.POST:
        return None
    list(django_messages.get_messages(request))  # «страница обновлена» would say half of what is said below
    try:
        SubmitPractice(page, request.user).execute()
    except Refused as refusal:
        messages.error(request, _("Черновик сохранён, но не отправлен. %(why)s") % {"why": refusal})
        return HttpResponseRedirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    messages.success(request, _("«%(title)s»: отправлена на проверку.") % {"title": page.title})
    return HttpResponseRedirect(reverse("practice_review", args=[page.pk]))
