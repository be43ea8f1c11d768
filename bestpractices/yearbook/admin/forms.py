"""What a school fills in: whose book of which year, its words, and what each step asks for."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bestpractices.yearbook.choice import WORDS, Choice, Ticked
from bestpractices.yearbook.models import LONGEST_LINE, YearBook
from cms.accounts.forms import TerritorialForm
from mentoring.school_years import SchoolYear, school_year_of

#: School years back from this one that a book may tell of.
BACK = 6
_KEY = re.compile(r"(page|document|image)-[1-9]\d{0,8}")
#: A number that sorts behind every other one.
_LAST = 10_000


class BookForm(TerritorialForm):
    """Whose book, and of which school year; a book that was sent once keeps both."""

    year = forms.TypedChoiceField(label=gettext_lazy("Учебный год"), coerce=int)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        now = school_year_of(timezone.localdate()).start
        years = sorted({*range(now - BACK, now + 1), *([self.instance.year] if self.instance.pk else [])}, reverse=True)
        self.fields["year"].choices = [(year, str(SchoolYear(year))) for year in years]
        if not self.instance.pk:
            self.instance.created_by = self.for_user

    def clean(self) -> dict[str, Any]:
        """What has been sent is changed by nobody without taking it back first."""
        cleaned = super().clean()
        stored = YearBook.objects.filter(pk=self.instance.pk).first() if self.instance.pk else None
        if stored is None:
            return cleaned
        if not stored.is_writable:
            raise ValidationError(_("Сборник у регионального центра. Отзовите его, чтобы поправить."))
        same = (cleaned.get("organisation"), cleaned.get("year")) == (stored.organisation, stored.year)
        if not same and stored.editions.exists():
            raise ValidationError(_("Сборник уже отправляли: организацию и год не меняют. Начните новый."))
        return cleaned


class WordsForm(forms.ModelForm):
    """The written words of a book, with their limits said in Russian."""

    class Meta:
        model = YearBook
        fields = WORDS
        widgets: ClassVar = {
            name: forms.Textarea(attrs={"rows": 5 if name in {"achieved", "failures"} else 3})
            for name in WORDS
            if name != "title"
        }


def choice_from(post: QueryDict) -> Choice:
    """What the form holds: words, and ticks in the order of their numbers; anything else is passed over."""
    keys = [key for key in dict.fromkeys(post.getlist("take")) if _KEY.fullmatch(key)]
    practices = [value for value in dict.fromkeys(post.getlist("practice")) if value.isdecimal() and len(value) < 10]
    return Choice(
        words={name: post.get(name, "").replace("\0", "") for name in WORDS},
        materials=tuple(
            Ticked(key, _line(post, "caption", key), _line(post, "alt", key)) for key in _ordered(post, keys)
        ),
        practices=tuple(int(value) for value in _ordered(post, practices)),
    )


def _ordered(post: QueryDict, names: list[str]) -> list[str]:
    return sorted(names, key=lambda name: _number(post.get(f"order-{name}", "")))


def _number(typed: str) -> int:
    return int(typed) if typed.isdecimal() and len(typed) < 4 else _LAST


def _line(post: QueryDict, field: str, key: str) -> str:
    return " ".join(post.get(f"{field}-{key}", "").replace("\0", "").split())[:LONGEST_LINE]


class StepForm(forms.Form):
    """A form of one step; it knows the book."""

    def __init__(self, *args: Any, thing: YearBook, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.book = thing


class JustDo(StepForm):
    """Nothing to fill in."""


class SendForm(StepForm):
    """Whether the book may go without practices that are not ready."""

    without_unready = forms.BooleanField(label=gettext_lazy("Отправить без этих практик"), required=False)


class ReasonForm(StepForm):
    """Why."""

    reason = forms.CharField(label=gettext_lazy("Причина"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))


class SeenForm(StepForm):
    """The edition that was before the reader's eyes."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        edition = self.book.editions.first()
        self.fields["seen"].initial = edition.pk if edition else None


class RemarkForm(SeenForm):
    """What the school has to mend."""

    remark = forms.CharField(
        label=gettext_lazy("Что поправить"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5})
    )
