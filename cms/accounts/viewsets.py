"""The snippet viewset of municipal things: every view that it makes is guarded at the border."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from wagtail.snippets.views.snippets import SnippetViewSet

from cms.accounts.choosers import TerritorialChooserViewSet
from cms.accounts.doors import actions_of, guarded
from cms.accounts.permissions import visible_to


class TerritorialSnippetViewSet(SnippetViewSet):
    """Lists, exports and opens only what lies in the user's territory, whatever views Wagtail adds later."""

    chooser_viewset_class = TerritorialChooserViewSet
    copy_view_enabled = False

    def construct_view(self, view_class: Any, **kwargs: Any) -> Any:
        return guarded(super().construct_view(view_class, **kwargs), self.model, actions_of(view_class))

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        return visible_to(request.user, self.listed())

    def listed(self) -> models.QuerySet[Any]:
        """What the list shows, before the territory cuts it; rooms add what their columns read."""
        return self.model._default_manager.all()
