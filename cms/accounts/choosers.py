"""A chooser of municipal things: lists and hands out only what the user may see."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
)
from wagtail.snippets.widgets import AdminSnippetChooser

from cms.accounts.permissions import visible_to
from cms.lists.views import WordsFilterForm
from cms.paginating import RussianPaginator


class OwnTerritoryMixin:
    """Limits a chooser's objects to the user's territory."""

    request: Any
    model_class: Any
    paginator_class = RussianPaginator
    page_subtitle = ""
    filter_form_class: Any = None

    def get_filter_form_class(self) -> Any:
        """A form of its own, or one that asks what the list of the same things asks."""
        fields = self.model_class.snippet_viewset.search_fields
        if self.filter_form_class or not fields:
            return super().get_filter_form_class()  # type: ignore[misc]
        return type("WordsForm", (WordsFilterForm,), {"fields_searched": tuple(fields)})

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
    """A chooser that keeps the words of its viewset; the stock one puts a bare nominative into «выбрать …».

    The stock one also composes its words as soon as a form is made, which loads the dictionary in every process.
    """

    def __init__(self, model: Any = None, **kwargs: Any) -> None:
        if model is not None:
            self.model = model
        self.link_to_chosen_text = lazy(self._edit_words, str)()
        super(AdminSnippetChooser, self).__init__(**kwargs)

    def _edit_words(self) -> str:
        return gettext("Edit this %(object)s") % {"object": self.model._meta.verbose_name}


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
