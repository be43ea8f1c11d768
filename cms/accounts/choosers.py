"""A chooser of municipal things: lists and hands out only what the user may see."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
)
from wagtail.snippets.widgets import AdminSnippetChooser

from cms.accounts.permissions import visible_to
from cms.paginating import RussianPaginator


class WordsFilterForm(BaseFilterForm):
    """Finds by every word of the query, each in any of ``fields``; SQLite's ``icontains`` minds Cyrillic case."""

    fields_searched: tuple[str, ...] = ()
    q = forms.CharField(label=_("Искать"), required=False, widget=forms.TextInput(attrs={"placeholder": _("Фамилия")}))

    def filter(self, objects: models.QuerySet[Any]) -> models.QuerySet[Any]:
        objects = super().filter(objects)
        query = self.cleaned_data.get("q") or ""
        if query:
            self.is_searching, self.search_query = True, query
        return objects.filter(words_condition(query, self.fields_searched))


def words_condition(query: str, fields: Iterable[str]) -> Q:
    """That every word of the query stands in one of the fields, in the letters' usual cases."""
    condition = Q()
    for word in query.split():
        spellings = {word, word.lower(), word.capitalize()}
        one = Q()
        for field in fields:
            for spelling in spellings:
                one |= Q(**{f"{field}__contains": spelling})
        condition &= one
    return condition


class OwnTerritoryMixin:
    """Limits a chooser's objects to the user's territory."""

    request: Any
    model_class: Any
    paginator_class = RussianPaginator
    page_subtitle = ""

    def get_object_list(self) -> models.QuerySet[Any]:
        return visible_to(self.request.user, self.model_class._default_manager.all())


class OwnTerritoryChosenMixin:
    """Hands out a chosen object only from the user's territory; another id answers 404."""

    request: Any
    model_class: Any

    def get_object(self, pk: Any) -> Any:
        return visible_to(self.request.user, self.model_class._default_manager.all()).get(pk=pk)

    def get_objects(self, pks: Any) -> Any:
        return visible_to(self.request.user, self.model_class._default_manager.filter(pk__in=pks))


class OwnChooseView(OwnTerritoryMixin, ChooseView):
    pass


class OwnChooseResultsView(OwnTerritoryMixin, ChooseResultsView):
    pass


class OwnChosenView(OwnTerritoryChosenMixin, SnippetChosenView):
    pass


class OwnChosenMultipleView(OwnTerritoryChosenMixin, SnippetChosenMultipleView):
    pass


class WordedChooser(AdminSnippetChooser):
    """A chooser that keeps the words of its viewset; the stock one puts a bare nominative into «выбрать …»."""

    def __init__(self, model: Any = None, **kwargs: Any) -> None:
        super().__init__(model, **kwargs)
        del self.choose_one_text, self.choose_another_text  # those of the class show again


class TerritorialChooserViewSet(SnippetChooserViewSet):
    """A snippet chooser that ends at the municipality's border."""

    choose_view_class = OwnChooseView
    choose_results_view_class = OwnChooseResultsView
    chosen_view_class = OwnChosenView
    chosen_multiple_view_class = OwnChosenMultipleView
    base_widget_class = WordedChooser
    #: The words of the chooser, in the case that Russian asks for; the snippet viewset would put the bare name in.
    words_to_choose: tuple[Any, Any] = (_("Выбрать"), _("Выбрать другое"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose_one_text, self.choose_another_text = self.words_to_choose
        self.page_title = self.choose_one_text
