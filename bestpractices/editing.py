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
from bestpractices.review.correcting import no_correction
from bestpractices.review.enums import Move
from bestpractices.review.standing import standing
from bestpractices.review.submitting import SubmitPractice
from cms.actions import Refused

SEND = "action-send-practice"
CORRECT = "action-correct-practice"
_STOCK = (PublishMenuItem, RestartWorkflowMenuItem, SubmitForModerationMenuItem, UnpublishMenuItem)


class SendMenuItem(ActionMenuItem):
    """Saves the draft and sends it to review, in one press."""

    label = gettext_lazy("Отправить на проверку району")
    name = SEND
    icon_name = "resubmit"
    order = 60


class CorrectMenuItem(ActionMenuItem):
    """Saves the draft of a published practice and shows the difference, to be sent the short way."""

    label = gettext_lazy("Отправить как редакторскую правку")
    name = CORRECT
    icon_name = "edit"
    order = 61


def offer_to_send(items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """A practice's menu offers its own way to the review; nothing there publishes."""
    page = context.get("page")
    is_new = context.get("view") == "create" and isinstance(context.get("parent_page"), PracticeIndexPage)
    if not is_new and not isinstance(page, PracticePage):
        return
    items[:] = [item for item in items if not isinstance(item, _STOCK) and item.name != "action-cancel-workflow"]
    if is_new or (isinstance(page, PracticePage) and standing(page).allows(Move.SUBMIT)):
        items.append(SendMenuItem())
        if isinstance(page, PracticePage) and not is_new and page.live:
            items.append(CorrectMenuItem())


def send_if_asked(request: HttpRequest, page: Any) -> HttpResponse | None:
    """After the draft is saved: send it if that was pressed; what is missing is said, and the draft stays."""
    if not isinstance(page, PracticePage) or not {SEND, CORRECT} & set(request.POST):
        return None
    if CORRECT in request.POST:
        return _show_correction(request, page)
    list(django_messages.get_messages(request))  # «страница обновлена» would say half of what is said below
    try:
        SubmitPractice(page, request.user).execute()
    except Refused as refusal:
        messages.error(request, _("Черновик сохранён, но не отправлен. %(why)s") % {"why": refusal})
        return HttpResponseRedirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    messages.success(request, _("«%(title)s»: отправлена на проверку.") % {"title": page.title})
    return HttpResponseRedirect(reverse("practice_review", args=[page.pk]))


def _show_correction(request: HttpRequest, page: PracticePage) -> HttpResponse:
    """The difference is read before it is sent; what is no correction stays a draft, and why is said."""
    list(django_messages.get_messages(request))
    if why := no_correction(PracticePage.objects.get(pk=page.pk)):
        messages.error(request, _("Черновик сохранён, но не отправлен. %(why)s") % {"why": why})
        return HttpResponseRedirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    return HttpResponseRedirect(reverse("practice_correct", args=[page.pk]))
