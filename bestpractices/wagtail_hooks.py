"""Registers with Wagtail what the rooms of best practices bring."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from bestpractices import history
from bestpractices.admin_urls import urlpatterns
from bestpractices.adoption.admin.registers import AdoptionRegister
from bestpractices.editing import offer_to_send, send_if_asked
from bestpractices.practices.choosers import ground_chooser
from bestpractices.queues.dashboard import show_what_waits
from bestpractices.queues.gathering import reach
from bestpractices.queues.views import works_with_practices
from bestpractices.registers import MENU, CriterionRegister, ExpertRegister, PolicyRegister
from bestpractices.republication import hooks as republication_hooks  # noqa: F401
from bestpractices.review.grants import Act
from bestpractices.yearbook import hooks as yearbook_hooks  # noqa: F401 – the room registers itself
from cms.wagtail_hooks import register_in_menu

for register_class in (CriterionRegister, ExpertRegister, PolicyRegister, AdoptionRegister):
    register_in_menu(register_class)

hooks.register("construct_page_action_menu", offer_to_send)
hooks.register("register_admin_viewset", lambda: ground_chooser)
hooks.register("after_create_page", send_if_asked)
hooks.register("after_edit_page", send_if_asked)
hooks.register("construct_homepage_panels", show_what_waits)


class PracticesMenuItem(MenuItem):
    """A page for all who work with practices."""

    def is_shown(self, request: HttpRequest) -> bool:
        return works_with_practices(request.user)


class CentreMenuItem(MenuItem):
    """A page for those who choose experts."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(reach(request.user, Act.ASSIGN))


@hooks.register("register_admin_urls")
def answer_about_practices() -> list[URLPattern]:
    return list(urlpatterns)


@hooks.register("register_admin_menu_item")
def show_practices() -> MenuItem:
    menu = Menu(register_hook_name=MENU)
    return SubmenuMenuItem(_("Практики"), menu, name="practices", icon_name="clipboard-list", order=110)


@hooks.register(MENU)
def show_the_queue() -> MenuItem:
    return PracticesMenuItem(_("Очередь"), reverse("practice_queue"), icon_name="clipboard-list", order=100)


@hooks.register(MENU)
def show_the_journal() -> MenuItem:
    return PracticesMenuItem(_("Журнал решений"), reverse("practice_journal"), icon_name="history", order=200)


@hooks.register(MENU)
def show_the_experts() -> MenuItem:
    return CentreMenuItem(_("Оценки экспертов"), reverse("practice_experts"), icon_name="group", order=300)


@hooks.register("insert_global_admin_css")
def style_the_review() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("css/review.css"))


@hooks.register("register_log_actions")
def keep_history(actions: Any) -> None:
    history.keep_history(actions)
