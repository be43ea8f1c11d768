"""What is asked when a stage moves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.documents.widgets import AdminDocumentChooser
from wagtail.permissions import policy_registry

from cms.accounts.page_choosers import choosable_by
from cms.accounts.territory import User
from cms.acts.choosers import act_chooser
from cms.acts.models import ActPage
from cms.wording import counted
from mentoring.programmes.stages.enums import PERSONAL_RESULTS, ResultKind
from mentoring.programmes.stages.files import KINDS, check_file
from mentoring.programmes.stages.own_lists import own_count, own_list
from mentoring.programmes.stages.table import Stage

#: What the name of an act's field adds to that of the document.
ACT = "-act"
#: And to that of a list which the system holds.
OWN = "-own"


class ResultsForm(forms.Form):
    """A place for each document of a stage: of the site's documents, or a closed file where it names people."""

    def __init__(self, *args: Any, thing: Any, stage: Stage, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind in stage.results:
            if kind in PERSONAL_RESULTS:
                if number := own_count(thing, kind, user):
                    self.fields[f"{kind.value}{OWN}"] = _own_list(kind, number)
                self.fields[kind.value] = _closed_file(kind)
            else:
                self.fields[kind.value] = _document(kind, user)
                self.fields[act_field(kind)] = _act(kind, user)

    def clean(self) -> dict[str, Any]:
        """Of a document and an act, of a file and the system's own list, only one is the result."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for name in [name for name in self.fields if cleaned.get(name) and cleaned.get(f"{name}{ACT}")]:
            self.add_error(f"{name}{ACT}", _("Выберите что-то одно: документ или акт."))
        for name in [name for name in self.fields if cleaned.get(name) and cleaned.get(f"{name}{OWN}")]:
            self.add_error(name, _("Выберите что-то одно: список из системы или файл."))
        return cleaned


def given_results(programme: Any, cleaned: dict[str, Any], user: User) -> dict[ResultKind, Any]:
    """What was filled in, by the document whose place it takes; the system's own lists as they stand now."""
    given: dict[ResultKind, Any] = {}
    for name, value in cleaned.items():
        if value and name.endswith(OWN):
            kind = ResultKind(name.removesuffix(OWN))
            given[kind] = own_list(programme, kind, user)
        elif value:
            given[ResultKind(name.removesuffix(ACT))] = value
    return given


def act_field(kind: ResultKind) -> str:
    """The name of the field in which an act stands for this document."""
    return f"{kind.value}{ACT}"


def _document(kind: ResultKind, user: User) -> forms.Field:
    policy = policy_registry.get_by_type(get_document_model())
    mine = policy.instances_user_has_any_permission_for(user, ["choose", "change"])
    return forms.ModelChoiceField(
        queryset=mine,
        label=capfirst(kind.label),
        required=False,
        widget=AdminDocumentChooser,
        help_text=_("Файл из документов сайта: посетители смогут его открыть."),
    )


def _act(kind: ResultKind, user: User) -> forms.Field:
    mine = choosable_by(ActPage.objects.all(), user)
    field = forms.ModelChoiceField(
        queryset=mine,
        label=_("Или акт на сайте: %(kind)s") % {"kind": kind.label},
        required=False,
        widget=act_chooser.widget_class,
        help_text=_("Опубликованный акт: посетители перейдут на его страницу."),
    )
    field.widget.offered = mine
    return field


def _own_list(kind: ResultKind, number: int) -> forms.Field:
    words = {"kind": kind.label, "number": counted(number, "строка", "строки", "строк")}
    return forms.BooleanField(
        label=_("Взять из системы: %(kind)s, %(number)s") % words,
        required=False,
        initial=True,
        help_text=_("Список сложится на сегодня и ляжет закрытым файлом, загружать ничего не нужно."),
    )


def _closed_file(kind: ResultKind) -> forms.Field:
    return forms.FileField(
        label=capfirst(kind.label),
        required=False,
        validators=[check_file],
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(sorted(KINDS))}),
        help_text=_("Закрытый файл: в нём имена, его откроют только те, кто ведёт программу. До 10 МБ."),
    )
