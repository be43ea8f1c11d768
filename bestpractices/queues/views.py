"""The queue page: what waits for me, what is at experts, what we have written."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from bestpractices.practices.models import PracticeIndexPage
from bestpractices.queues.gathering import Queue, at_experts_rows, own, reach, scored_rows, scoring_rows, waiting_rows
from bestpractices.review.forms import MailForm
from bestpractices.review.grants import PRACTICE, Act
from bestpractices.review.preferences import MailChoice, MailPreference
from cms.accounts.enums import Role
from cms.accounts.grants import grants
from cms.accounts.territory import User, appointments_of
from cms.drafts.policies import Device, keeps_drafts


def works_with_practices(user: User) -> bool:
    """Whether the user has anything to do with practices at all."""
    return bool(getattr(user, "is_superuser", False)) or any(
        grants.of(role, PRACTICE) for role, _place in appointments_of(user)
    )


@keeps_drafts(Device.LASTING)
class OwnDoor(WagtailAdminTemplateMixin):
    """A page for everybody who works with practices."""

    request: HttpRequest
    header_icon = "clipboard-list"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not works_with_practices(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Главная")},
            {"url": reverse("practice_queue"), "label": _("Практики")},
        ]


class QueueView(OwnDoor, TemplateView):
    """All queues of the signed-in person."""

    template_name = "bestpractices/admin/queue.html"

    def get_page_title(self) -> str:
        return _("Практики: очередь")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        places = reach(user, Act.WRITE)
        index = PracticeIndexPage.objects.filter(municipality__in=places.municipalities).first() if places else None
        return super().get_context_data(
            queues=self.queues(user), add_url=_add_url(index), sees_experts=bool(reach(user, Act.ASSIGN)), **kwargs
        )

    def queues(self, user: User) -> list[Queue]:
        """Those that concern the user's roles."""
        roles = {Role(role) for role, _place in appointments_of(user)}
        found = []
        if reach(user, Act.CHECK) or reach(user, Act.DECIDE):
            found.append(Queue(_("Ждёт вас"), waiting_rows(user), _("Сейчас ничего не ждёт вашего решения.")))
        if Role.EXPERT in roles or hasattr(user, "practice_expert"):
            found.append(Queue(_("Оцените"), scoring_rows(user), _("Новых практик для оценки нет.")))
            found.append(Queue(_("Вы оценили"), scored_rows(user), _("Вы ещё ничего не оценивали.")))
        if reach(user, Act.ASSIGN):
            found.append(Queue(_("У экспертов"), at_experts_rows(user), _("У экспертов сейчас ничего нет.")))
        if reach(user, Act.WRITE) and not getattr(user, "is_superuser", False):
            found.append(Queue(_("Практики муниципалитета"), own(user), _("Практик пока нет. Напишите первую.")))
        return found


class MailView(OwnDoor, FormView):
    """How the signed-in person wants to hear of practices."""

    template_name = "mentoring/admin/action.html"
    form_class = MailForm
    success_url = reverse_lazy("practice_queue")

    def get_page_title(self) -> str:
        return _("Письма о практиках")

    def get_initial(self) -> dict[str, Any]:
        chosen = MailPreference.objects.filter(user_id=int(self.request.user.pk or 0)).first()
        return {"choice": chosen.choice if chosen else MailChoice.EACH}

    def form_valid(self, form: MailForm) -> HttpResponse:
        MailPreference.objects.update_or_create(
            user_id=int(self.request.user.pk or 0), defaults={"choice": form.cleaned_data["choice"]}
        )
        messages.success(self.request, _("Запомнили: письма будут приходить так."))
        return super().form_valid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(button=_("Запомнить"), back_url=reverse("practice_queue"), **kwargs)


def _add_url(index: PracticeIndexPage | None) -> str:
    if index is None:
        return ""
    return reverse("wagtailadmin_pages:add", args=["bestpractices", "practicepage", index.pk])
