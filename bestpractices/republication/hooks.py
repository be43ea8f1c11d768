"""Registers the room with Wagtail; imported by ``bestpractices.wagtail_hooks``."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from bestpractices.adoption.admin.views import urlpatterns as adoption_urlpatterns
from bestpractices.republication.admin.menu import menu_items
from bestpractices.republication.admin.urls import urlpatterns
from bestpractices.republication.history import register_log_actions

for item in menu_items():
    hooks.register("register_republication_menu_item", lambda item=item: item)


@hooks.register("register_admin_urls")
def answer_about_copies() -> list[URLPattern]:
    return [*urlpatterns, *adoption_urlpatterns]


@hooks.register("register_admin_menu_item")
def show_republication() -> MenuItem:
    menu = Menu(register_hook_name="register_republication_menu_item")
    return SubmenuMenuItem(_("Копии"), menu, name="republication", icon_name="copy", order=160)


@hooks.register("register_log_actions")
def keep_the_history_of_copies(actions: Any) -> None:
    register_log_actions(actions)
