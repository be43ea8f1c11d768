"""What editors fill in to take a page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput
from wagtail.models import Page

from bestpractices.republication.actions import OwnWords
from bestpractices.republication.branches import own_sections
from bestpractices.republication.enums import CopyMode
from cms.accounts.territory import User


class SectionChoice(forms.ModelChoiceField):
    """A section of one's own branches, with the way to it."""

    def label_from_instance(self, section: Any) -> str:
        return f"{section.get_parent().title} / {section.title}"


class TakeForm(forms.Form):
    """One's own title, summary, date and place for somebody else's page."""

    title = forms.CharField(label=_("Заголовок у нас"), max_length=255)
    lead = forms.CharField(label=_("Коротко"), max_length=240, required=False, widget=forms.Textarea(attrs={"rows": 3}))
    date = forms.DateField(label=_("Дата у нас"), widget=AdminDateInput)
    target = SectionChoice(label=_("Раздел"), queryset=Page.objects.none(), empty_label=None)
    mode = forms.ChoiceField(
        label=_("Когда источник изменится"), choices=CopyMode.choices, initial=CopyMode.HOLD, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, source: Page, user: User, **kwargs: Any) -> None:
        sections = own_sections(user)
        like_there = sections.type(source.get_parent().specific_class).first()
        first = {"title": source.title, "lead": source.specific.lead, "date": timezone.localdate()}
        super().__init__(*args, **{**kwargs, "initial": {**first, "target": like_there}})
        self.fields["target"].queryset = sections  # type: ignore[attr-defined]

    def words(self) -> OwnWords:
        """What was filled in, for the action."""
        data = self.cleaned_data
        return OwnWords(data["title"], data["lead"], data["date"], CopyMode(data["mode"]))


class ModeForm(forms.Form):
    """How a copy follows its source."""

    mode = forms.ChoiceField(label=_("Когда источник изменится"), choices=CopyMode.choices, widget=forms.RadioSelect)
