"""The glossary in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from cms.glossary.models import GlossaryTerm
from cms.lists.views import SearchedByWords
from cms.paginating import RussianPaginator


class TermIndexView(SearchedByWords, IndexView):
    """All terms."""

    page_title = _("Словарь")
    add_item_label = _("Добавить термин")
    paginator_class = RussianPaginator


class GlossaryTermViewSet(SnippetViewSet):
    """Terms «Словарь»."""

    model = GlossaryTerm
    icon = "openquote"
    menu_label = _("Словарь")
    menu_name = "glossary"
    menu_order = 400
    menu_hook = "register_reference_menu_item"
    list_display = ["term", Column("source", label=_("Источник")), BooleanColumn("is_linked", label=_("В текстах"))]
    list_filter = ["is_linked"]
    search_fields = ["term", "aliases", "definition", "source"]
    panels = [
        FieldPanel("term"),
        FieldPanel("aliases"),
        FieldPanel("definition"),
        FieldPanel("source"),
        FieldPanel("is_linked"),
    ]
    copy_view_enabled = False
    index_view_class = TermIndexView
