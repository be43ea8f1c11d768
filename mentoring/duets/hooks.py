"""What the room of duets registers with Wagtail."""

from __future__ import annotations

from django.templatetags.static import static
from django.urls import URLPattern, reverse_lazy
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.snippets.models import register_snippet

from cms.accounts.territory import territory_of
from cms.wagtail_hooks import register_in_menu
from mentoring.consents import mentee_registers
from mentoring.duets import desk_views
from mentoring.duets.dashboard import show_duets_that_wait
from mentoring.duets.registers import QuestionRegister
from mentoring.duets.viewsets import DuetProjectViewSet

register_snippet(DuetProjectViewSet)
register_in_menu(QuestionRegister)
register_in_menu(mentee_registers.MenteeConsentRegister)


class YearMenuItem(MenuItem):
    """«Год дуэтов», for those who see duets at all."""

    def is_shown(self, request: object) -> bool:
        return bool(territory_of(request.user, "mentoring.duetproject", ["view"]))  # type: ignore[attr-defined]


@hooks.register("register_duets_menu_item")
def show_the_year() -> MenuItem:
    return YearMenuItem(_("Год дуэтов"), reverse_lazy("duet_year"), name="duet-year", icon_name="calendar", order=100)


@hooks.register("register_admin_menu_item")
def show_the_duets() -> MenuItem:
    menu = Menu(register_hook_name="register_duets_menu_item")
    return SubmenuMenuItem(_("Дуэты"), menu, name="duets", icon_name="openquote", order=150)


hooks.register("construct_homepage_panels", show_duets_that_wait)


@hooks.register("register_admin_urls")
def answer_at_the_desk() -> list[URLPattern]:
    return [*desk_views.urlpatterns, *mentee_registers.urlpatterns]


@hooks.register("insert_global_admin_css")
def style_the_desk() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("mentoring/duets-admin.css"))
