"""Registers with Wagtail what the rooms of mentoring bring."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.snippets.models import register_snippet

from cms.accounts.registers import Register
from cms.wagtail_hooks import register_in_menu
from mentoring import history
from mentoring.bank import action_views as mentor_action_views
from mentoring.bank import register
from mentoring.bank.dashboard import show_the_bank_first
from mentoring.bank.imports.log_actions import register_import_log_actions
from mentoring.bank.imports.menu import ImportMenuItem
from mentoring.bank.imports.urls import register_import_urls
from mentoring.bank.registers import TrainingRegister
from mentoring.bank.viewsets import MentorViewSet
from mentoring.consents import action_views as consent_action_views
from mentoring.consents.registers import ConsentRegister
from mentoring.deletion import keep_what_is_evidence
from mentoring.duets import hooks as duet_hooks  # noqa: F401 – the room registers itself
from mentoring.mentions import hooks as name_hooks  # noqa: F401 – the room registers itself
from mentoring.pairs import action_views as pair_action_views
from mentoring.pairs.mentor_choosers import mentor_for_pair
from mentoring.pairs.viewsets import PairViewSet
from mentoring.programmes import course
from mentoring.programmes.choosers import programme_chooser
from mentoring.programmes.curators import views as curator_views
from mentoring.programmes.history import tell_of_programmes
from mentoring.programmes.stages import views as stage_views
from mentoring.reference.registers import REFERENCE_REGISTERS

register_snippet(MentorViewSet)
register_snippet(PairViewSet)
REGISTERS: tuple[type[Register], ...] = (ConsentRegister, TrainingRegister, *REFERENCE_REGISTERS)
for register_class in REGISTERS:
    register_in_menu(register_class)


@hooks.register("register_admin_urls")
def answer_to_actions() -> list[URLPattern | URLResolver]:
    return [
        *mentor_action_views.urlpatterns,
        *consent_action_views.urlpatterns,
        *pair_action_views.urlpatterns,
        *register.urlpatterns,
        *course.urlpatterns,
        *stage_views.urlpatterns,
        *curator_views.urlpatterns,
        *register_import_urls(),
    ]


@hooks.register("register_bank_menu_item")
def offer_the_import() -> MenuItem:
    return ImportMenuItem(order=300)


hooks.register("register_bank_menu_item", register.register_menu_item)
hooks.register("register_bank_menu_item", register.called_menu_item)


hooks.register("register_page_header_buttons", course.offer_the_course)
hooks.register("register_admin_viewset", lambda: programme_chooser)
hooks.register("register_admin_viewset", lambda: mentor_for_pair)
hooks.register("construct_homepage_panels", show_the_bank_first)
hooks.register("before_delete_snippet", keep_what_is_evidence)


@hooks.register("construct_main_menu")
def leave_out_the_guide_to_wagtail(request: HttpRequest, items: list[MenuItem]) -> None:
    """Its links lead to foreign sites in another language."""
    items[:] = [item for item in items if item.name != "help"]


@hooks.register("insert_global_admin_css")
def style_the_register() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("mentoring/admin.css"))


@hooks.register("insert_editor_js")
def offer_each_form_its_own_formats() -> str:
    return format_html('<script src="{}" defer></script>', static("mentoring/programme.js"))


@hooks.register("register_admin_menu_item")
def show_the_bank() -> MenuItem:
    menu = Menu(register_hook_name="register_bank_menu_item")
    return SubmenuMenuItem(_("Наставники"), menu, name="bank", icon_name="group", order=100)


@hooks.register("register_admin_menu_item")
def show_reference_tables() -> MenuItem:
    menu = Menu(register_hook_name="register_reference_menu_item")
    return SubmenuMenuItem(_("Справочники"), menu, name="reference", icon_name="list-ul", order=300)


@hooks.register("register_log_actions")
def keep_history(actions: Any) -> None:
    history.keep_history(actions)
    register_import_log_actions(actions)
    tell_of_programmes(actions)
