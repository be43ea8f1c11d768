"""Best bets in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import CreateView, DeleteView, EditView, IndexView, SnippetViewSet

from cms.lists.views import SearchedByWords
from cms.paginating import RussianPaginator
from search.bets.models import BestBet


class BetIndexView(SearchedByWords, IndexView):
    """All places, each with its questions."""

    page_title = _("Подсказки поиска")
    add_item_label = _("Добавить подсказку")
    paginator_class = RussianPaginator


class BetCreateView(CreateView):
    """A new place."""

    success_message = _("«%(object)s» записано. Поиск по сайту уже показывает это.")
    error_message = _("Не записано: проверьте вопросы и адрес.")


class BetEditView(EditView):
    """A changed place."""

    success_message = _("«%(object)s» изменено. Поиск по сайту уже показывает это.")
    error_message = _("Не изменено: проверьте вопросы и адрес.")


class BetDeleteView(DeleteView):
    """A place that goes."""

    success_message = _("«%(object)s» удалено из подсказок.")


class BestBetViewSet(SnippetViewSet):
    """Places that are shown above the results, «Подсказки поиска»."""

    model = BestBet
    icon = "pick"
    menu_label = _("Подсказки поиска")
    menu_name = "best-bets"
    menu_order = 510
    menu_hook = "register_reference_menu_item"
    list_display = [
        "title",
        Column("questions", label=_("Как это ищут"), accessor=lambda bet: ", ".join(bet.phrases)),
        BooleanColumn("is_active", label=_("Показывается"), sort_key="is_active"),
    ]
    list_filter = ["is_active"]
    search_fields = ["title", "text", "note", "address"]
    panels = [
        FieldPanel("text"),
        FieldPanel("title"),
        FieldPanel("note"),
        MultiFieldPanel([FieldPanel("page"), FieldPanel("address")], heading=_("Куда ведёт")),
        FieldPanel("is_active"),
    ]
    copy_view_enabled = False
    index_view_class = BetIndexView
    add_view_class = BetCreateView
    edit_view_class = BetEditView
    delete_view_class = BetDeleteView
