"""Synonyms in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import CreateView, DeleteView, EditView, IndexView, SnippetViewSet

from cms.lists.views import SearchedByWords
from cms.paginating import RussianPaginator
from search.synonyms.models import SynonymGroup


class SynonymIndexView(SearchedByWords, IndexView):
    """All groups, each with its phrases."""

    page_title = _("Синонимы поиска")
    add_item_label = _("Добавить группу")
    paginator_class = RussianPaginator


class SynonymCreateView(CreateView):
    """A new group."""

    success_message = _("Группа «%(object)s» записана. Поиск её уже знает.")
    error_message = _("Группа не записана: проверьте слова.")


class SynonymEditView(EditView):
    """A changed group."""

    success_message = _("Группа «%(object)s» изменена. Поиск её уже знает.")
    error_message = _("Группа не изменена: проверьте слова.")


class SynonymDeleteView(DeleteView):
    """A group that goes."""

    success_message = _("Группа «%(object)s» удалена. Поиск о ней забыл.")


class SynonymGroupViewSet(SnippetViewSet):
    """Groups of synonyms «Синонимы поиска»."""

    model = SynonymGroup
    icon = "search"
    menu_label = _("Синонимы поиска")
    menu_name = "synonyms"
    menu_order = 500
    menu_hook = "register_reference_menu_item"
    list_display = [
        "__str__",
        BooleanColumn("is_active", label=_("В поиске"), sort_key="is_active"),
        Column("note", label=_("Пояснение")),
    ]
    list_filter = ["is_active"]
    search_fields = ["text", "note"]
    panels = [FieldPanel("text"), FieldPanel("note"), FieldPanel("is_active")]
    copy_view_enabled = False  # a phrase belongs to one group, so a copy could never be saved
    index_view_class = SynonymIndexView
    add_view_class = SynonymCreateView
    edit_view_class = SynonymEditView
    delete_view_class = SynonymDeleteView
