"""What one may link to: pages of one's own branch, and everything that visitors can read."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import path
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.chooser import BrowseView, ChosenMultipleView
from wagtail.models import Page
from wagtail.permissions import page_permission_policy
from wagtail.query import PageQuerySet

from cms.accounts.territory import User

#: Digits of a key that a database of 64 bits can hold.
LONGEST_KEY = 19


def choosable(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """The pages that the asking user may choose, for Wagtail's own chooser."""
    return choosable_by(pages, request.user)


def choosable_by(pages: PageQuerySet, user: User) -> PageQuerySet:
    """The pages that this user may choose: another municipality's drafts are not even named."""
    if getattr(user, "is_superuser", False):
        return pages
    mine = page_permission_policy.explorable_instances(user)
    return pages.filter(pk__in=mine.values("pk")) | pages.filter(pk__in=Page.objects.live().public().values("pk"))


class OwnBrowseView(BrowseView):
    """Opens only a page that may be chosen itself; the stock view shows the title of any page by its id."""

    def get(self, request: HttpRequest, parent_page_id: int | None = None) -> HttpResponseBase:
        asked = Page.objects.filter(pk=parent_page_id, depth__gt=1)
        if asked.exists() and not choosable(asked, request).exists():
            raise Http404
        return super().get(request, parent_page_id)


class OwnChosenMultipleView(ChosenMultipleView):
    """Hands out only what may be chosen; the stock view tells title and address of any page by its id."""

    def get(self, request: HttpRequest) -> HttpResponseBase:
        asked = [key for key in request.GET.getlist("id") if key.isdecimal() and len(key) < LONGEST_KEY]
        query = request.GET.copy()
        known = choosable(Page.objects.filter(pk__in=asked, depth__gt=1), request)
        query.setlist("id", [str(key) for key in known.values_list("pk", flat=True)])
        request.GET = query  # type: ignore[assignment]
        return super().get(request)


#: Stands before Wagtail's own addresses of the same names (cms.urls).
urlpatterns: list[Any] = [
    path("<int:parent_page_id>/", require_admin_access(OwnBrowseView.as_view())),
    path("chosen-multiple/", require_admin_access(OwnChosenMultipleView.as_view())),
]
