"""How a programme is chosen in other forms: by its title or its organisation."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.query import PageQuerySet

from cms.pages.choosers import ListMixin, OwnKindChooserViewSet, TitleFilterForm
from cms.territories.searched import OF_ORGANISATION


class ProgrammeFilterForm(TitleFilterForm):
    """Finds programmes by title or organisation."""

    fields_searched = ("title", *OF_ORGANISATION)
    placeholder = _("Название или школа")


class ProgrammeListMixin(ListMixin):
    """Programmes, the newest school year first."""

    filter_form_class = ProgrammeFilterForm

    def details(self) -> list[Column]:
        return [
            Column("organisation", label=_("Организация"), accessor="organisation"),
            Column("school_year", label=_("Учебный год"), accessor="school_year"),
        ]

    def get_object_list(self) -> PageQuerySet:
        return self.choosable().select_related("organisation").order_by("-year", "title", "pk")


class ProgrammeChooserViewSet(OwnKindChooserViewSet):
    """Chooses a programme of mentoring."""

    model = "mentoring.ProgrammePage"
    list_mixin = ProgrammeListMixin
    words_to_choose = (_("Выбрать программу"), _("Выбрать другую программу"))


programme_chooser = ProgrammeChooserViewSet("programme_chooser")
