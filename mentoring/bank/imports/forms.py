"""The forms of the import's steps."""

from __future__ import annotations

from collections.abc import Iterable
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
from mentoring.bank.imports.models import ImportJob, ImportRow
from mentoring.bank.imports.options import OTHER, OWN, SEPARATE, SKIP
from mentoring.bank.imports.reports import ReportRow
from mentoring.bank.imports.sheets import Layout, Sheet
from mentoring.bank.imports.steps import Answers

#: The answer «this column is not loaded» to a question, unlike no answer at all.
_LEFT_OUT = "none"


class UploadForm(forms.Form):
    """The file, and the municipality whose bank it is."""

    file = forms.FileField(
        label=_("Файл .xlsx или .csv"),
        help_text=_("До 32 мегабайт и 100 000 строк. Длинный файл программа загрузит сама, пока вы работаете."),
    )
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


class LayoutForm(forms.Form):
    """Where in the file the table is; a change reads the file anew."""

    sheet = forms.ChoiceField(label=_("Лист"), required=False)
    heading = forms.IntegerField(
        label=_("Строка с названиями столбцов"), required=False, min_value=1, max_value=1_048_576
    )
    with_hidden = forms.BooleanField(label=_("Загружать и скрытые строки"), required=False)

    def __init__(self, *args: Any, sheet: Sheet, layout: Layout, **kwargs: Any) -> None:
        initial = {
            "sheet": layout.sheet or ("" if sheet.doubts else sheet.title),
            "heading": layout.heading or sheet.heading.number or None,
            "with_hidden": layout.with_hidden,
        }
        super().__init__(*args, **{"initial": initial, **kwargs})
        choices = self.fields["sheet"]
        assert isinstance(choices, forms.ChoiceField)
        choices.choices = [*([("", _("выберите лист"))] if sheet.doubts else []), *((one, one) for one in sheet.titles)]
        if len(sheet.titles) < 2:
            del self.fields["sheet"]
        if not sheet.hidden:
            del self.fields["with_hidden"]

    def layout(self) -> Layout:
        """The layout that was chosen; the row of headings is kept only for the sheet on which it was named."""
        heading = self.cleaned_data.get("heading") if "heading" in self.changed_data else self.initial_layout_heading()
        if "sheet" in self.changed_data:
            heading = None
        return Layout(self.cleaned_data.get("sheet", ""), heading, self.cleaned_data.get("with_hidden", False))

    def initial_layout_heading(self) -> int | None:
        """The row that is shown already."""
        return self.initial.get("heading")


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

    def __init__(self, *args: Any, sheet: Sheet, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sheet = sheet
        self.columns = sheet.columns
        for column in self.columns:
            self.fields[_name(column)] = self._field(column)
        if not permissions.user_can_create_organisations(user):
            del self.fields["create_organisations"]
        if not permissions.user_can_state_consents(user):
            del self.fields["consent_holder"], self.fields["consent_since"]

    def _field(self, column: Column) -> forms.ChoiceField:
        options = [(field.value, field.label) for field in Field]
        label = column.heading or _("без названия")
        if column.certainty != Certainty.ASKED:
            return forms.ChoiceField(label=label, choices=[("", _("не загружать")), *options], required=False)
        choices = [("", _("выберите")), (_LEFT_OUT, _("не загружать")), *options]
        return forms.ChoiceField(label=label, choices=choices, error_messages={"required": _("Выберите, что это.")})

    @property
    def column_fields(self) -> list[tuple[forms.BoundField, Column, str]]:
        """The columns' fields with what the user should know about each."""
        return [(self[_name(column)], column, _certainty_words(column)) for column in self.columns]

    def mapping(self) -> dict[int, Field | None]:
        """The chosen fields by column; None for a column left out."""
        chosen = ((column.index, self.cleaned_data.get(_name(column))) for column in self.columns)
        return {index: Field(code) if code and code != _LEFT_OUT else None for index, code in chosen}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.sheet.doubts:
            raise ValidationError(self.sheet.doubts[0])
        fields = [field for field in self.mapping().values() if field]
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
    if column.question:
        return column.question
    if column.certainty == Certainty.REMEMBERED:
        return str(_("Как в прошлый раз."))
    if column.unclear:
        own, mentees = UNCLEAR[column.unclear]
        words = _("Из заголовка неясно, чей это столбец: «%(own)s» или «%(mentees)s». Выбрано по значениям, проверьте.")
        return words % {"own": own.label, "mentees": mentees.label}
    if column.certainty == Certainty.ANOTHER:
        return str(_("Это о другом человеке, не о наставнике."))
    return str(_("Столбец не распознан.")) if column.certainty == Certainty.UNKNOWN else ""


def initial_columns(job: ImportJob, columns: list[Column]) -> dict[str, Any]:
    """What the form shows first: what was recognised or chosen before."""
    chosen = {}
    for column in columns:
        code = job.columns.get(str(column.index))
        is_left_out = column.certainty == Certainty.ASKED and code == ""
        chosen[_name(column)] = _LEFT_OUT if is_left_out else code or ""
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


def district_choices(municipality: str) -> list[tuple[str, str]]:
    """What may be answered about a name in the district column that no list knows."""
    own = _("да, это «%s»: загружать") % municipality
    return [("", str(_("решить позже"))), (OWN, str(own)), (OTHER, str(_("нет: эти строки не загружать")))]


def read_answers(posted: Any, rows: Iterable[ImportRow]) -> Answers:
    """The answers among posted values that are on offer for these rows; anything else is passed over."""
    decisions, districts = {}, {}
    for row in rows:
        decision = posted.get(f"decision-{row.number}", "")
        if decision and decision in dict(decision_choices(ReportRow.from_stored(row))):
            decisions[row.number] = decision
        if row.district and (answer := posted.get(f"district-{row.district}", "")) in (OWN, OTHER):
            districts[row.district] = answer
    return Answers(decisions, districts)
