"""On the first page of the admin: books that wait for the centre, books that came back to a school."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from bestpractices.yearbook.enums import BookState
from bestpractices.yearbook.models import YearBook
from cms.accounts.territory import User, territory_of

#: Books on the first page; the list shows all.
SHOWN = 5
_KIND = "bestpractices.yearbook"


class YearBooksPanel(Component):
    """The books that wait for the user."""

    name = "year-books"
    order = 70
    template_name = "yearbook/admin/dashboard.html"

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        return {"books": waiting_books((parent_context or {})["request"].user)}


def waiting_books(user: User) -> list[YearBook]:
    """Sent ones for those who decide, returned ones for those who write, the longest waiting first."""
    found: list[YearBook] = []
    for action, state in (("approve", BookState.SENT), ("change", BookState.RETURNED)):
        territory = territory_of(user, _KIND, [action])
        if territory:
            books = YearBook.objects.in_state(state).with_school().longest_waiting()
            found += territory.restrict(books, YearBook.territory_path)[:SHOWN]
    return found


def show_waiting_books(request: Any, panels: list[Any]) -> None:
    """Put the panel on the admin's first page."""
    panels.append(YearBooksPanel())
