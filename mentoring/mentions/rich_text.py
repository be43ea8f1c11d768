"""A link of a running text to a person of the bank: ``<a linktype="person" id="17">Веру Лосеву</a>``.

What stands in it is hidden by ``mentions.settling`` where texts are stored; here the link gets its address, as long as
visitors may open the person's page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import LinkElementHandler
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.rich_text import LinkHandler
from wagtail.rich_text.feature_registry import FeatureRegistry

from mentoring.bank.models import Mentor

FEATURE = "person"
CHOOSER = "wagtailsnippetchoosers_mentoring_mentor:choose"


class PersonLinkHandler(LinkHandler):
    """Leads to the entry of the bank while visitors see it; else the words stand without a link."""

    identifier = FEATURE

    @staticmethod
    def get_model() -> type[Mentor]:
        return Mentor

    @classmethod
    def expand_db_attributes(cls, attrs: dict[str, str]) -> str:
        return cls.expand_db_attributes_many([attrs])[0]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        """The opening tags of all links of a text, in one query."""
        numbers = [_number(attrs) for attrs in attrs_list]
        seen = Mentor.objects.public(timezone.localdate()).in_bulk([number for number in numbers if number])
        return [
            f'<a href="{escape(seen[number].get_absolute_url())}">' if number in seen else "<a>" for number in numbers
        ]

    @classmethod
    def extract_references(cls, attrs: dict[str, str]) -> Iterator[tuple[type[Mentor], str, str, str]]:
        yield Mentor, attrs["id"], "", ""


class PersonElementHandler(LinkElementHandler):
    """A stored link in the editor."""

    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, Any]:
        number = _number(attrs)
        mentor = Mentor.objects.filter(pk=number).first() if number else None
        return {"id": number, "string": str(mentor) if mentor else ""}


def person_entity(props: dict[str, Any]) -> Any:
    """A link of the editor as it is stored."""
    return DOM.create_element("a", {"linktype": FEATURE, "id": props.get("id")}, props["children"])


def register(features: FeatureRegistry) -> None:
    """The button «человек» of the editor, and both directions of the conversion."""
    features.register_link_type(PersonLinkHandler)
    features.default_features.append(FEATURE)
    features.register_editor_plugin(
        "draftail",
        FEATURE,
        EntityFeature(
            {
                "type": "PERSON",
                "icon": "user",
                "description": _("Человек из банка наставников"),
                "attributes": ["id", "string"],
                "chooserUrls": {"personChooser": reverse_lazy(CHOOSER)},
            },
            js=["wagtailadmin/js/chooser-modal.js", "mentoring/person-link.js"],
        ),
    )
    features.register_converter_rule(
        "contentstate",
        FEATURE,
        {
            "from_database_format": {'a[linktype="person"]': PersonElementHandler("PERSON")},
            "to_database_format": {"entity_decorators": {"PERSON": person_entity}},
        },
    )


def _number(attrs: dict[str, str]) -> int:
    """The number of a link; 0 for what is no number of a row."""
    given = str(attrs.get("id", ""))
    return int(given) if given.isdecimal() and len(given) < 16 else 0
