"""Synonyms in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from search.synonyms.models import SynonymGroup


class SynonymGroupViewSet(SnippetViewSet):
    """Groups of synonyms «Синонимы поиска»."""

    model = SynonymGroup
    icon = "search"
    menu_label = _("Синонимы поиска")
    menu_name = "synonyms"
    menu_order = 500
    menu_hook = "register_reference_menu_item"
    list_display = ["__str__", "is_active", "note"]
    list_filter = ["is_active"]
    search_fields = ["text", "note"]
    inspect_view_enabled = False
    panels = [FieldPanel("text"), FieldPanel("note"), FieldPanel("is_active")]
