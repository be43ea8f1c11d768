"""Wagtail's bulk actions, with ids of foreign things taken for ids of nothing: they are neither acted on nor named."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.apps import apps
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.models import Page

from cms.accounts.naming import keys_of, nameable
from cms.drafts.policies import no_words_typed


@cache
def inside(action_class: type[Any]) -> type[Any]:
    """The stock action, deaf to what its user may not be told of."""

    class Inside(action_class):
        def get_actionable_objects(self) -> tuple[list[Any], dict[str, list[Any]]]:
            mine, others = super().get_actionable_objects()
            return self._named(mine), {reason: self._named(things) for reason, things in others.items()}

        def _named(self, things: Any) -> list[Any]:
            keys = [thing.pk for thing in things]
            known = set(
                nameable(self.request.user, self.model._default_manager.filter(pk__in=keys)).values_list(
                    "pk", flat=True
                )
            )
            return [thing for thing in things if thing.pk in known]

    return Inside


@no_words_typed("a list of ticked ids, confirmed on a page of Wagtail's")
def bulk_action(request: HttpRequest, app_label: str, model_name: str, action: str) -> HttpResponseBase:
    """The page of a bulk action, and the action itself."""
    try:
        model = apps.get_model(app_label, model_name)
    except LookupError as error:
        raise Http404 from error
    action_class = bulk_action_registry.get_bulk_action_class(app_label, model_name, action)
    if action_class is None:
        raise Http404
    if "all" in request.GET.getlist("id"):
        return _ask_for_ticks(request)
    _keep_known_ids(request, model)
    _refuse_a_foreign_parent(request)
    response: HttpResponseBase = inside(action_class)(request, model).dispatch(request)
    return response


def _ask_for_ticks(request: HttpRequest) -> HttpResponseBase:
    """«All» would be all there are: Wagtail asks here neither for the list's filter nor for its border."""
    messages.error(request, _("Отметьте строки, с которыми это сделать: действие сразу со всем списком закрыто."))
    return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")


def _keep_known_ids(request: HttpRequest, model: Any) -> None:
    keys = keys_of(model, request.GET.getlist("id"))
    known = nameable(request.user, model._default_manager.filter(pk__in=keys)).values_list("pk", flat=True)
    if not known:
        raise Http404
    query = request.GET.copy()
    query.setlist("id", [str(key) for key in known])
    request.GET = query  # type: ignore[assignment]
    request.META["QUERY_STRING"] = query.urlencode()


def _refuse_a_foreign_parent(request: HttpRequest) -> None:
    """The place to move to is a page too."""
    asked = [value for value in (request.POST.get("chooser"), request.GET.get("childOf")) if value]
    if not asked or "/page/" not in request.path:
        return
    keys = keys_of(Page, asked)
    if len(keys) != len(asked) or nameable(request.user, Page.objects.filter(pk__in=keys)).count() != len(set(keys)):
        raise Http404


#: Stands before Wagtail's own address of the same name (cms.urls).
urlpatterns: list[Any] = [
    path("<str:app_label>/<str:model_name>/<str:action>/", require_admin_access(bulk_action)),
]
