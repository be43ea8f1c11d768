"""The forms of the editor: the facts of a project, and what each step asks for."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from cms.accounts.forms import TerritorialForm
from cms.accounts.people import PersonField
from mentoring.duets.candidates import duet_words, including, possible_duets
from mentoring.duets.enums import ProjectState
from mentoring.duets.models import DuetProject
from mentoring.duets.months import first_of_month, month_words, shifted
from mentoring.pairs.models import PairMentee

#: How far ahead the last day of a personal link may be moved.
LONGEST_LINK = timedelta(days=366)
#: Months before and after this one that a project may be made for.
BACK, AHEAD = 18, 18


class MonthField(forms.TypedChoiceField):
    """A month of the years around; any day of it is taken."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce=date.fromisoformat, choices=self._months, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return value.replace(day=1).isoformat() if isinstance(value, date) else value

    @staticmethod
    def _months() -> list[tuple[str, str]]:
        now = first_of_month(timezone.localdate())
        months = (shifted(now, number) for number in range(AHEAD, -BACK - 1, -1))
        return [(month.isoformat(), month_words(month)) for month in months]


class DuetField(forms.ModelChoiceField):
    """A duet by its two names."""

    def label_from_instance(self, obj: PairMentee) -> str:
        return duet_words(obj)


class ProjectForm(TerritorialForm):
    """The facts of a project: place, month, duet, who runs it, until when."""

    month = MonthField(label=gettext_lazy("Месяц"))
    organisation_fields = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        territory = self.territory()
        if "mentee" in self.fields:
            duets = including(possible_duets(territory), self.instance.mentee_id)
            self.fields["mentee"] = DuetField(queryset=duets, required=False, label=gettext_lazy("Дуэт"))
        if "responsible" in self.fields:
            self.fields["responsible"] = PersonField(
                queryset=_colleagues(territory), required=False, label=gettext_lazy("Кто ведёт")
            )
        if "municipality" in self.fields and not territory.everywhere:
            self.fields["municipality"].required = True
            self.fields["municipality"].help_text = ""

    def clean_mentee(self) -> PairMentee | None:
        mentee: PairMentee | None = self.cleaned_data["mentee"]
        stored = DuetProject.objects.filter(pk=self.instance.pk).first() if self.instance.pk else None
        if stored is not None and stored.state != ProjectState.IDEA and stored.mentee != mentee:
            raise ValidationError(_("Участники уже приглашены. Отмените дуэт, чтобы выбрать других."))
        return mentee


def _colleagues(territory: Any) -> Any:
    users = get_user_model()._default_manager.filter(is_active=True, appointments__isnull=False)
    if not territory.everywhere:
        users = users.filter(appointments__municipality__in=territory.municipalities)
    return users.exclude(appointments__role="teacher").distinct().order_by("last_name", "first_name", "username")


class StepForm(forms.Form):
    """A form of one step; it knows the project."""

    def __init__(self, *args: Any, thing: DuetProject, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.project = thing


class InviteForm(StepForm):
    """How the two will be named, where the links go, and until when answers are awaited."""

    mentor_name = forms.CharField(label=gettext_lazy("Наставник: имя на странице"), max_length=160)
    mentor_about = forms.CharField(label=gettext_lazy("Подпись под именем"), max_length=240, required=False)
    mentor_email = forms.EmailField(
        label=gettext_lazy("Почта наставника"),
        required=False,
        help_text=gettext_lazy("Пусто – передадите ссылку сами."),
    )
    mentee_name = forms.CharField(label=gettext_lazy("Наставляемый: имя на странице"), max_length=160)
    mentee_about = forms.CharField(label=gettext_lazy("Подпись под именем"), max_length=240, required=False)
    mentee_email = forms.EmailField(label=gettext_lazy("Почта наставляемого"), required=False)
    due_on = forms.DateField(label=gettext_lazy("Ответы – до"), widget=AdminDateInput)


class DueForm(StepForm):
    """A day."""

    due_on = forms.DateField(label=gettext_lazy("До какого дня"), widget=AdminDateInput)


class UntilForm(StepForm):
    """The last day of a personal link."""

    until = forms.DateField(label=gettext_lazy("До какого дня открывается"), widget=AdminDateInput)

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        if until > timezone.localdate() + LONGEST_LINK:
            raise ValidationError(_("Больше чем на год вперёд ссылку не продлевают. Выберите день ближе."))
        return until


class AskOnForm(DueForm):
    """One more question, placed after another one."""

    text = forms.CharField(label=gettext_lazy("Вопрос обоим"), max_length=240)
    field_order = ("text", "due_on")


class PageForm(StepForm):
    """The title and the lead of the page."""

    title = forms.CharField(label=gettext_lazy("Название разговора"), max_length=160)
    lead = forms.CharField(
        label=gettext_lazy("Коротко"), max_length=240, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class WhenForm(StepForm):
    """A day and an hour."""

    publish_at = forms.DateTimeField(label=gettext_lazy("Когда"), widget=AdminDateTimeInput)


class NoteForm(StepForm):
    """A reason."""

    note = forms.CharField(label=gettext_lazy("Причина"), max_length=400, widget=forms.Textarea(attrs={"rows": 3}))


class JustDo(StepForm):
    """Nothing to fill in."""
