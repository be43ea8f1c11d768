"""What the room registers with Wagtail."""

from __future__ import annotations

import json
from typing import Any

from django.http import Http404, HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from wagtail import hooks
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry

from cms.pages.publicness import is_withheld
from mentoring.mentions import rich_text, views


@hooks.register("register_rich_text_features")
def offer_people(features: FeatureRegistry) -> None:
    rich_text.register(features)


@hooks.register("before_serve_page")
def keep_a_page_back(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> None:
    """A page whose linked name has no consent any more waits until the name is hidden: a few seconds after midnight."""
    if is_withheld(page):
        raise Http404


@hooks.register("register_admin_urls")
def answer_about_names() -> list[URLPattern]:
    return views.urlpatterns


hooks.register("register_reports_menu_item", views.names_menu_item)


@hooks.register("insert_editor_js")
def offer_to_link_names() -> str:
    words = {
        "title": gettext("В тексте названы люди из банка. Свяжите имя – и оно исчезнет само, если согласие кончится."),
        "linked": gettext("Связано."),
        "hidden": gettext("Связано, согласия нет: для посетителей имя скрыто."),
        "another": gettext("Отмечено, что это другой человек."),
        "silent": gettext("Согласия на публикацию нет."),
        "link": gettext("Связать"),
        "leave": gettext("Это другой человек"),
    }
    return format_html(
        '<script src="{}" data-names="{}" data-decide="{}" data-words="{}" defer></script>',
        static("js/names.js"),
        reverse("names_of_a_form"),
        reverse("names_decide"),
        json.dumps(words, ensure_ascii=False),
    )
