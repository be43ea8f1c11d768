"""What is asked when a stage moves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.documents.widgets import AdminDocumentChooser
from wagtail.permissions import policy_registry

from cms.accounts.territory import User
from mentoring.programmes.stages.enums import PERSONAL_RESULTS, ResultKind
from mentoring.programmes.stages.files import KINDS, check_file
from mentoring.programmes.stages.table import Stage


class ResultsForm(forms.Form):
    """A place for each document of a stage: of the site's documents, or a closed file where it names people."""

    def __init__(self, *args: Any, thing: Any, stage: Stage, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind in stage.results:
            self.fields[kind.value] = _closed_file(kind) if kind in PERSONAL_RESULTS else _document(kind, user)


def _document(kind: ResultKind, user: User) -> forms.Field:
    policy = policy_registry.get_by_type(get_document_model())
    mine = policy.instances_user_has_any_permission_for(user, ["choose", "change"])
    return forms.ModelChoiceField(
        queryset=mine,
        label=capfirst(kind.label),
        required=False,
        widget=AdminDocumentChooser,
        help_text=_("Документ сайта: посетители смогут его открыть."),
    )


def _closed_file(kind: ResultKind) -> forms.Field:
    return forms.FileField(
        label=capfirst(kind.label),
        required=False,
        validators=[check_file],
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(sorted(KINDS))}),
        help_text=_("Закрытый файл: в нём имена, его откроют только те, кто ведёт программу. До 10 МБ."),
    )
