"""The forms of the import's steps."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from cms.accounts.territory import User
from cms.territories.models import Municipality
from mentoring.bank.imports import permissions
from mentoring.bank.imports.columns import JOINED, UNCLEAR, Certainty, Column, Field, missing
from mentoring.bank.imports.models import ImportJob
from mentoring.bank.imports.options import SEPARATE, SKIP
from mentoring.bank.imports.reports import ReportRow


class UploadForm(forms.Form):
    """The file, and the municipality whose bank it is."""

    file = forms.FileField(label=_("Файл .xlsx или .csv"), help_text=_("До 20 мегабайт и 10 000 строк."))
    municipality = forms.ModelChoiceField(
        queryset=Municipality.objects.none(),
        label=_("Муниципалитет"),
        required=False,
        empty_label=_("по столбцу «Район»"),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["municipality"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = permissions.importable_municipalities(user)
        if not permissions.import_territory(user).everywhere and field.queryset.count() == 1:
            field.empty_label = None
            field.required = True
            field.initial = field.queryset.first()


class ColumnsForm(forms.Form):
    """Which column is what, and what follows for the whole file."""

    create_organisations = forms.BooleanField(
        label=_("Создать организации, которых нет в списке"),
        required=False,
        help_text=_("Сначала проверьте предпросмотр: похожее название может быть опиской."),
    )
    consent_holder = forms.CharField(
        label=_("У кого хранятся согласия"),
        max_length=200,
        required=False,
        help_text=_("Без основания публикации наставники станут заявками, которых не видят посетители."),
    )
    consent_since = forms.DateField(label=_("С какого дня"), required=False, widget=AdminDateInput)

    def __init__(self, *args: Any, columns: list[Column], user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.columns = columns
        for column in columns:
            self.fields[_name(column)] = self._field(column)
        if not permissions.user_can_create_organisations(user):
            del self.fields["create_organisations"]
        if not permissions.user_can_state_consents(user):
            del self.fields["consent_holder"], self.fields["consent_since"]

    def _field(self, column: Column) -> forms.ChoiceField:
        choices = [("", _("не загружать")), *((field.value, field.label) for field in Field)]
        return forms.ChoiceField(label=column.heading or _("без названия"), choices=choices, required=False)

    @property
    def column_fields(self) -> list[tuple[forms.BoundField, Column, str]]:
        """The columns' fields with what the user should know about each."""
        return [(self[_name(column)], column, _certainty_words(column)) for column in self.columns]

    def mapping(self) -> dict[int, Field]:
        """The chosen fields by column."""
        chosen = ((column.index, self.cleaned_data.get(_name(column))) for column in self.columns)
        return {index: Field(code) for index, code in chosen if code}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        fields = list(self.mapping().values())
        for field in fields:
            if fields.count(field) > 1 and field not in JOINED:
                raise ValidationError(_("«%s» выбрано для нескольких столбцов. Оставьте один.") % field.label)
        for field in missing(fields):
            raise ValidationError(_("Укажите, в каком столбце «%s».") % field.label)
        self._clean_consent(cleaned)
        return cleaned

    def _clean_consent(self, cleaned: dict[str, Any]) -> None:
        holder, since = cleaned.get("consent_holder"), cleaned.get("consent_since")
        if bool(holder) != bool(since) and "consent_since" not in self.errors:
            raise ValidationError(_("Основанию публикации нужны и держатель согласий, и день."))
        if since and since > timezone.localdate():
            self.add_error("consent_since", _("Согласия не могут быть даны в будущем."))


def _name(column: Column) -> str:
    return f"column-{column.index}"


def _certainty_words(column: Column) -> str:
    if column.unclear:
        own, mentees = UNCLEAR[column.unclear]
        words = _("Из заголовка неясно, чей это столбец: «%(own)s» или «%(mentees)s». Выбрано по значениям, проверьте.")
        return words % {"own": own.label, "mentees": mentees.label}
    if column.certainty == Certainty.ANOTHER:
        return str(_("Это о другом человеке, не о наставнике."))
    return str(_("Столбец не распознан.")) if column.certainty == Certainty.UNKNOWN else ""


def initial_columns(job: ImportJob, columns: list[Column]) -> dict[str, Any]:
    """What the form shows first: what was recognised or chosen before."""
    chosen = {_name(column): job.columns.get(str(column.index), "") for column in columns}
    return {
        **chosen,
        "create_organisations": job.create_organisations,
        "consent_holder": job.consent_holder,
        "consent_since": job.consent_since,
    }


def decision_choices(row: ReportRow) -> list[tuple[str, str]]:
    """What may be decided about a doubtful row."""
    same = [(pk, str(_("это тот же человек: %s") % label)) for pk, label in row.candidates]
    return [("", str(_("решить позже"))), *same, (SEPARATE, str(_("другой человек"))), (SKIP, str(_("не загружать")))]


def read_decisions(posted: Any, rows: list[ReportRow]) -> dict[int, str]:
    """The decisions among posted values that are on offer for their rows; anything else is passed over."""
    decisions = {}
    for row in rows:
        decision = posted.get(f"decision-{row.number}", "")
        if decision and decision in dict(decision_choices(row)):
            decisions[row.number] = decision
    return decisions
