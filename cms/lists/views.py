"""The search of Wagtail's lists, registers and choosers, by words."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail_modeladmin.helpers import DjangoORMSearchHandler

from cms.lists.conditions import words_condition


class SearchedByWords:
    """Mixed in before an ``IndexView``: its ``search_fields`` are asked for every word of the query."""

    search_fields: Any
    search_query: str
    is_searching: bool

    def search_queryset(self, queryset: models.QuerySet[Any]) -> models.QuerySet[Any]:
        """Those in which each word stands."""
        if not self.is_searching:
            return queryset
        return queryset.filter(words_condition(queryset.model, self.search_query, self.search_fields))


class WordsSearchHandler(DjangoORMSearchHandler):
    """The same for registers."""

    def search_queryset(self, queryset: models.QuerySet[Any], search_term: str, **kwargs: Any) -> models.QuerySet[Any]:
        """Those in which each word stands."""
        if not search_term or not self.search_fields:
            return queryset
        return queryset.filter(words_condition(queryset.model, search_term, self.search_fields))


class WordsFilterForm(BaseFilterForm):
    """The same for choosers: finds by every word of the query, each in any of ``fields_searched``."""

    fields_searched: tuple[str, ...] = ()
    placeholder: ClassVar[Any] = _("Имя или слово")
    q = forms.CharField(label=_("Искать"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["q"].widget.attrs["placeholder"] = self.placeholder

    def filter(self, objects: models.QuerySet[Any]) -> models.QuerySet[Any]:
        objects = super().filter(objects)
        query = self.cleaned_data.get("q") or ""
        if not query.strip():
            return objects
        self.is_searching, self.search_query = True, query
        return objects.filter(self.condition(objects.model, query))

    def condition(self, model: type[models.Model], query: str) -> models.Q:
        """What this query asks of the objects."""
        return words_condition(model, query, self.fields_searched)
