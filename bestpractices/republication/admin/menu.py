"""«Копии» in the admin's menu: what others have, what changed, what is ours."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from bestpractices.republication.branches import has_own_sections


class RepublicationMenuItem(MenuItem):
    """Shown to those who may put pages into a section."""

    def is_shown(self, request: HttpRequest) -> bool:
        return has_own_sections(request.user)


def menu_items() -> list[MenuItem]:
    """The entries of the submenu."""
    return [
        RepublicationMenuItem(
            _("Материалы других разделов"), reverse_lazy("republication_catalogue"), icon_name="download", order=10
        ),
        RepublicationMenuItem(
            _("Обновления источников"), reverse_lazy("republication_inbox"), icon_name="mail", order=20
        ),
        RepublicationMenuItem(_("Наши копии"), reverse_lazy("republication_copies"), icon_name="copy", order=30),
    ]
