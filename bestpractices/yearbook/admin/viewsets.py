"""Year books as a list, and the form of whose book it is; the writing itself is done at the desk."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import quote
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.views.snippets import CreateView, EditView, IndexView

from bestpractices.yearbook.admin.forms import BookForm
from bestpractices.yearbook.models import YearBook
from cms.accounts.viewsets import TerritorialSnippetViewSet
from cms.lists.views import SearchedByWords
from cms.paginating import RussianPaginator
from cms.territories.searched import OF_ORGANISATION
from mentoring.school_years import school_year_of


class ToTheDesk:
    """After the form the desk is shown."""

    object: Any

    def get_success_url(self) -> str:
        return reverse("year_book_desk", args=[quote(self.object.pk)])


class BookIndexView(SearchedByWords, IndexView):
    """The books of the user's territory; a book opens at its desk."""

    page_title = _("Итоговые сборники")
    add_item_label = _("Начать сборник")
    paginator_class = RussianPaginator

    def get_edit_url(self, instance: YearBook) -> str:
        return reverse("year_book_desk", args=[quote(instance.pk)])


class BookCreateView(ToTheDesk, CreateView):
    """A new book of this school year; school and year may stand in the address."""

    page_title = _("Начать сборник")

    def get_initial(self) -> dict[str, Any]:
        asked = {name: self.request.GET.get(name, "") for name in ("organisation", "year")}
        numbers = {name: value for name, value in asked.items() if value.isdecimal() and len(value) < 10}
        return {**super().get_initial(), "year": school_year_of(timezone.localdate()).start, **numbers}


class BookEditView(ToTheDesk, EditView):
    """Whose book, and of which year."""


class YearBookViewSet(TerritorialSnippetViewSet):
    """Year books «Итоговые сборники»."""

    model = YearBook
    icon = "doc-full-inverse"
    menu_label = _("Сборники")
    menu_name = "year-books"
    menu_order = 120
    add_to_admin_menu = True
    list_display = [
        "name",
        Column("school", label=_("Организация"), accessor="organisation.short_name"),
        Column("place", label=_("Район"), accessor="organisation.municipality.short_name"),
        Column("state", label=_("Состояние"), accessor=lambda book: _state(book), sort_key="state"),
        DateColumn("state_since", label=_("С какого дня"), sort_key="state_since"),
    ]
    list_filter = ["year", "state"]
    list_per_page = 50
    search_fields = ("title", *OF_ORGANISATION)
    index_view_class = BookIndexView
    add_view_class = BookCreateView
    edit_view_class = BookEditView
    edit_handler = ObjectList(
        [FieldPanel("organisation"), FieldPanel("year"), FieldPanel("title")], base_form_class=BookForm
    )

    def listed(self) -> models.QuerySet[YearBook]:
        return YearBook.objects.with_school()


def _state(book: YearBook) -> str:
    words = str(book.get_state_display())
    return f"{words}, {_('на странице школы')}" if book.is_public else words
