"""The snippet viewset of municipal things: every view that it makes is guarded at the border."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest
from wagtail.admin.views.generic import PermissionCheckedMixin
from wagtail.snippets.views.snippets import HistoryView, SnippetViewSet

from cms.accounts.choosers import TerritorialChooserViewSet
from cms.accounts.doors import actions_of, guarded
from cms.accounts.permissions import user_can, visible_to
from cms.paginating import RussianPaginator


class OwnRightsMixin:
    """Asks for every right on the very object of the view: one may publish here and only edit in the next place."""

    request: Any
    object: Any

    def user_has_permission(self, permission: str) -> bool:
        thing = getattr(self, "object", None)
        if thing is None or thing.pk is None:
            return bool(super().user_has_permission(permission))  # type: ignore[misc]
        return user_can(self.request.user, permission, thing)

    def publish_action(self) -> Any:
        """A new entry shows its municipality only after it is saved: then the right to publish is asked again."""
        if not user_can(self.request.user, "publish", self.object):
            raise PermissionDenied
        return super().publish_action()  # type: ignore[misc]


class CountedHistoryView(HistoryView):
    """A history whose lines are counted in Russian."""

    paginator_class = RussianPaginator


class TerritorialSnippetViewSet(SnippetViewSet):
    """Lists, exports and opens only what lies in the user's territory, whatever views Wagtail adds later."""

    chooser_viewset_class = TerritorialChooserViewSet
    history_view_class = CountedHistoryView
    copy_view_enabled = False

    def construct_view(self, view_class: Any, **kwargs: Any) -> Any:
        if issubclass(view_class, PermissionCheckedMixin):
            view_class = type(view_class.__name__, (OwnRightsMixin, view_class), {})
        return guarded(super().construct_view(view_class, **kwargs), self.model, actions_of(view_class))

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        return visible_to(request.user, self.listed())

    def listed(self) -> models.QuerySet[Any]:
        """What the list shows, before the territory cuts it; rooms add what their columns read."""
        return self.model._default_manager.all()
