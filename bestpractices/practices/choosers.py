"""What a practice rests on is chosen among acts and programmes, by number or by words."""

from __future__ import annotations

from django.db.models import Model, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.models import Page
from wagtail.query import PageQuerySet

from cms.acts.choosers import told
from cms.acts.matching import act_condition
from cms.acts.models import ActPage
from cms.pages.choosers import (
    HandOutMixin,
    KindChooserWidget,
    ListMixin,
    OfKindMixin,
    OwnKindChooserViewSet,
    TitleFilterForm,
)
from mentoring.programmes.models import ProgrammePage


class GroundFilterForm(TitleFilterForm):
    """Finds acts by number or words, programmes by words."""

    placeholder = _("Номер акта или слова названия")

    def condition(self, model: type[Model], query: str) -> Q:
        return super().condition(model, query) | act_condition(query, "cms_actpage__")


class GroundTitleMixin:
    """An act reads with its number and date."""

    def get_display_title(self, page: Page) -> str:
        specific = page.specific
        return told(specific) if isinstance(specific, ActPage) else str(specific.get_admin_display_title())


class GroundChooserWidget(GroundTitleMixin, KindChooserWidget):
    pass


class GroundMixin(GroundTitleMixin, OfKindMixin):
    """Acts and programmes."""

    def pages(self) -> PageQuerySet:
        return Page.objects.type(ActPage, ProgrammePage).specific()


class GroundListMixin(GroundMixin, ListMixin):
    """The list of both kinds."""

    filter_form_class = GroundFilterForm

    def details(self) -> list[Column]:
        return [
            Column("number", label=_("Номер"), accessor=lambda page: getattr(page, "number", "")),
            Column("kind", label=_("Что это"), accessor=lambda page: page.get_verbose_name()),
        ]


class GroundHandOutMixin(GroundMixin, HandOutMixin):
    pass


class GroundChooserViewSet(OwnKindChooserViewSet):
    """Chooses an act or a programme."""

    model = Page
    register_widget = False  # other references to pages keep Wagtail's own chooser
    list_mixin = GroundListMixin
    hand_out_mixin = GroundHandOutMixin
    base_widget_class = GroundChooserWidget
    words_to_choose = (_("Выбрать акт или программу"), _("Выбрать другое основание"))


ground_chooser = GroundChooserViewSet("ground_chooser")
