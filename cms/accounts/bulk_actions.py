"""Bulk actions on municipal snippets: what lies outside the territory is neither acted on nor named."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.functional import classproperty
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction
from wagtail.snippets.models import get_snippet_models

from cms.accounts.permissions import is_territorial


class TerritorialDelete(DeleteBulkAction):
    """Takes the place of the stock deletion, whose page lists the titles of other municipalities' entries."""

    @classproperty
    def models(cls) -> list[type[models.Model]]:
        return [model for model in get_snippet_models() if is_territorial(model)]

    def get_actionable_objects(self) -> tuple[list[Any], dict[str, list[Any]]]:
        mine, _others = super().get_actionable_objects()
        return mine, {"items_with_no_access": []}
