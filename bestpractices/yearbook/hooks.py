"""What the room of year books registers with Wagtail."""

from __future__ import annotations

from django.templatetags.static import static
from django.urls import URLPattern
from django.utils.html import format_html
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from bestpractices.yearbook import history
from bestpractices.yearbook.admin.dashboard import show_waiting_books
from bestpractices.yearbook.admin.urls import urlpatterns
from bestpractices.yearbook.admin.viewsets import YearBookViewSet
from bestpractices.yearbook.deletion import keep_what_was_sent

register_snippet(YearBookViewSet)

hooks.register("before_delete_snippet", keep_what_was_sent)
hooks.register("construct_homepage_panels", show_waiting_books)
hooks.register("register_log_actions", history.keep_history)


@hooks.register("register_admin_urls")
def answer_at_the_desk_of_books() -> list[URLPattern]:
    return list(urlpatterns)


@hooks.register("insert_global_admin_css")
def style_the_books() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("css/yearbook-admin.css"))
