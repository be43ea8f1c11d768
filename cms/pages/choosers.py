"""A chooser of pages of one kind: a plain list with a search, of what the user may choose and nothing else."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import (
    ChooseResultsView,
    ChooseView,
    ChosenMultipleView,
    ChosenView,
)
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets.chooser import BaseChooser
from wagtail.models import Page
from wagtail.query import PageQuerySet

from cms.accounts.page_choosers import choosable_by
from cms.lists.views import WordsFilterForm
from cms.paginating import RussianPaginator


def standing(page: Page) -> str:
    """Whether visitors can read the page, in a word."""
    return str(_("опубликован") if page.live else _("черновик"))


class TitleFilterForm(WordsFilterForm):
    """Finds pages by the words of their titles."""

    fields_searched: tuple[str, ...] = ("title",)
    placeholder: ClassVar[Any] = _("Слова названия")


class KindChooserWidget(BaseChooser):
    """Shows what was chosen; with ``offered``, a form filled in by hand names nothing beyond it."""

    offered: PageQuerySet | None = None

    def get_instance(self, value: Any) -> Any:
        page = super().get_instance(value)
        if page is not None and self.offered is not None and not self.offered.filter(pk=page.pk).exists():
            return None
        return page


class OfKindMixin:
    """The pages of the kind that this user may choose."""

    request: Any
    model_class: Any

    def pages(self) -> PageQuerySet:
        """All pages of the kind."""
        found: PageQuerySet = self.model_class._default_manager.all()
        return found

    def choosable(self) -> PageQuerySet:
        """Those of them that the user may choose."""
        return choosable_by(self.pages(), self.request.user)

    def get_display_title(self, page: Page) -> str:
        """How the chosen page reads in the form."""
        return str(page.get_admin_display_title())


class ListMixin(OfKindMixin):
    """The list; pages are made in their own forms, not here."""

    filter_form_class = TitleFilterForm
    paginator_class = RussianPaginator
    page_subtitle = ""

    @property
    def columns(self) -> list[Column]:
        own: list[Column] = super().columns  # type: ignore[misc]
        return [*own, *self.details(), Column("standing", label=_("Состояние"), accessor=standing)]

    def details(self) -> list[Column]:
        """The columns between the title and the state."""
        return []

    def get_object_list(self) -> PageQuerySet:
        return self.choosable().order_by("title", "pk")

    def can_create(self) -> bool:
        return False


class HandOutMixin(OfKindMixin):
    """Hands out a page that the user may choose; any other id answers 404."""

    def get_object(self, pk: Any) -> Any:
        return self.choosable().get(pk=pk)

    def get_objects(self, pks: Any) -> Any:
        return self.choosable().filter(pk__in=pks)


class OwnKindChooserViewSet(ChooserViewSet):
    """A chooser of one kind of pages; a room's own mixins say which, in which columns and by which words.

    ``words_to_choose`` are the words on the button before and after something is chosen.
    """

    list_mixin: ClassVar[type[ListMixin]] = ListMixin
    hand_out_mixin: ClassVar[type[HandOutMixin]] = HandOutMixin
    base_widget_class = KindChooserWidget
    icon = "doc-full"
    words_to_choose: tuple[Any, Any] = (_("Выбрать"), _("Выбрать другое"))
    edit_item_text = _("Открыть")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.choose_one_text, self.choose_another_text = self.words_to_choose
        self.choose_view_class = type("ChooseView", (self.list_mixin, ChooseView), {})
        self.choose_results_view_class = type("ChooseResultsView", (self.list_mixin, ChooseResultsView), {})
        self.chosen_view_class = type("ChosenView", (self.hand_out_mixin, ChosenView), {})
        self.chosen_multiple_view_class = type("ChosenMultipleView", (self.hand_out_mixin, ChosenMultipleView), {})
        super().__init__(*args, **kwargs)
