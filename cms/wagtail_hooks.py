"""Registers with Wagtail what the ground floor brings."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.snippets.models import register_snippet

from cms.accounts.appointments import AppointmentRegister
from cms.accounts.bulk_actions import TerritorialDelete
from cms.accounts.closings import close_doors_of_the_api
from cms.accounts.log_entries import TerritoryLogEntry
from cms.accounts.page_choosers import choosable
from cms.accounts.reading import refuse_what_was_not_read
from cms.accounts.registers import Register
from cms.acts.choosers import act_chooser
from cms.acts.composing import views as act_views
from cms.blanks.waivers import tell_of_waivers
from cms.branches import views as branch_views
from cms.branches.moving import refuse_a_foreign_move
from cms.contacts.registers import CoordinatorContactRegister
from cms.files.serving import refuse_what_nobody_shows
from cms.glossary.viewsets import GlossaryTermViewSet
from cms.guide import views as guide_views
from cms.links import reports as link_reports
from cms.links.deciding import tell_of_pairs
from cms.mailing import reports as mail_reports
from cms.pages.bulk_publishing import keep_unready_pages_unpublished
from cms.pages.history import tell_of_pages
from cms.pages.moderation_menu import keep_one_way_to_approve
from cms.personal_links.history import keep_history_of_links
from cms.planning import views as plan_views
from cms.territories.models import Organisation
from cms.territories.registers import TERRITORY_REGISTERS
from cms.work import views as work_views

register_snippet(GlossaryTermViewSet)


def register_in_menu(register_class: type[Register]) -> None:
    """Start a register and put it where its ``menu_hook`` says."""
    register = register_class()
    register.register_with_wagtail()
    hooks.register(register.menu_hook, lambda: register.get_menu_item(order=register.get_menu_order()))


for register_class in (*TERRITORY_REGISTERS, CoordinatorContactRegister, AppointmentRegister):
    register_in_menu(register_class)


@hooks.register("register_admin_menu_item")
def show_territories() -> MenuItem:
    menu = Menu(register_hook_name="register_territories_menu_item")
    return SubmenuMenuItem(_("Территории"), menu, name="territories", icon_name="site", order=200)


@hooks.register("register_admin_urls")
def answer_about_the_site() -> list[URLPattern | URLResolver]:
    return [
        *mail_reports.urlpatterns,
        *work_views.urlpatterns,
        *branch_views.urlpatterns,
        *act_views.urlpatterns,
        *guide_views.urlpatterns,
        *plan_views.urlpatterns,
        *link_reports.urlpatterns,
    ]


@hooks.register("construct_admin_api", order=100)  # after Wagtail's own
def keep_files_of_the_api_inside_the_border(router: Any) -> None:
    from cms.files.api import keep_files_inside_the_border  # importable once Wagtail is ready

    keep_files_inside_the_border(router)
    close_doors_of_the_api(router)


hooks.register("before_serve_document", refuse_what_nobody_shows)
hooks.register("register_admin_menu_item", act_views.compose_menu_item)
hooks.register("register_admin_menu_item", guide_views.guide_menu_item)
hooks.register("register_reports_menu_item", link_reports.links_menu_item)
hooks.register("register_reports_menu_item", mail_reports.mail_menu_item)
hooks.register("register_reports_menu_item", plan_views.plan_menu_item)
hooks.register("register_reports_menu_item", work_views.work_menu_item)


hooks.register("construct_page_action_menu", keep_one_way_to_approve)
hooks.register("construct_snippet_action_menu", keep_one_way_to_approve)
hooks.register("before_edit_page", refuse_what_was_not_read)
hooks.register("before_edit_snippet", refuse_what_was_not_read)

# After Wagtail's own: the last action registered under a name is the one that is used.
hooks.register("register_bulk_action", TerritorialDelete, order=100)

hooks.register("before_bulk_action", keep_unready_pages_unpublished)
hooks.register("register_log_actions", tell_of_pages)
hooks.register("register_log_actions", tell_of_waivers)
hooks.register("register_log_actions", tell_of_pairs)


@hooks.register("insert_global_admin_js")
def keep_lists_in_their_place() -> str:
    """A list that is wider than the screen stands in blocks."""
    return format_html('<script src="{}" type="module"></script>', static("js/admin-lists.js"))


@hooks.register("insert_editor_js")
def show_what_is_missing_while_one_writes() -> str:
    return format_html('<script src="{}" defer></script>', static("js/readiness.js"))


@hooks.register("insert_editor_js")
def ask_while_one_writes() -> str:
    """What asks about a form, for the scripts below and those of rooms above."""
    return format_html('<script src="{}" defer></script>', static("js/form-asking.js"))


@hooks.register("insert_editor_js")
def tell_of_links_while_one_writes() -> str:
    return format_html(
        '<script src="{}" data-links="{}" defer></script>', static("js/links.js"), reverse("links_of_a_form")
    )


@hooks.register("insert_editor_js")
def give_a_page_its_whole_address() -> str:
    return format_html('<script src="{}" defer></script>', static("js/page_address.js"))


@hooks.register("insert_editor_js")
def save_a_page_once() -> str:
    return format_html('<script src="{}" defer></script>', static("js/autosave.js"))


@hooks.register("insert_global_admin_js")
def lose_nothing_that_is_typed() -> str:
    return format_html('<script src="{}" defer></script>', static("js/form_drafts.js"))


@hooks.register("insert_global_admin_css")
def style_drafts() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("css/drafts.css"))


@hooks.register("register_log_actions")
def keep_the_log_inside_the_border(actions: Any) -> None:
    actions.register_model(Organisation, TerritoryLogEntry)
    actions.register_action("duet.mail.send_again", _("Отправить снова"), _("Письмо отправлено снова"))
    actions.register_action("duet.task.again", _("Выполнить снова"), _("Задача поставлена снова"))
    keep_history_of_links(actions)
    actions.register_action("duet.branch.open", _("Открыть раздел"), _("Раздел на сайте открыт"))
    actions.register_action("duet.branch.host", _("Свой адрес раздела"), _("Адрес раздела изменён"))


hooks.register("construct_page_chooser_queryset", choosable)
hooks.register("register_admin_viewset", lambda: act_chooser)
hooks.register("before_move_page", refuse_a_foreign_move)


@hooks.register("register_account_menu_item")
def own_sign_ins(request: HttpRequest) -> dict[str, Any]:
    """«Мои входы» and the own mailbox, among what a person may change about themselves."""
    return {
        "url": reverse("my-sign-ins"),
        "label": _("Мои входы"),
        "help_text": _("Где вы вошли на сайт; закончить вход; сменить адрес почты."),
    }
