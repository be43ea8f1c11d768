"""Letters of visitors whose mailboxes have answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.confirming.actions import refused_form
from cms.confirming.kinds import Kind, register_kind
from cms.contacts.actions import PassOn
from cms.contacts.forms import MistakeForm, QuestionForm, VisitorForm
from cms.territories.models import Municipality


def _passed_on(form: VisitorForm, place: Municipality | None, about: Mapping[str, Any]) -> str:
    if not form.is_valid():
        raise refused_form(form)
    letter = form.save(commit=False)
    letter.municipality, letter.network, letter.page = place, about["network"], about["page"]
    PassOn(letter, form.cleaned_data["text"]).execute()
    return reverse("contact-sent")


def _question(data: QueryDict, about: Mapping[str, Any]) -> str:
    form = QuestionForm(data)
    return _passed_on(form, form.cleaned_data["municipality"] if form.is_valid() else None, about)


def _mistake(data: QueryDict, about: Mapping[str, Any]) -> str:
    return _passed_on(MistakeForm(data), Municipality.objects.filter(pk=about["place"]).first(), about)


QUESTION = register_kind(Kind("vopros", _("письмо координатору"), _("координатор"), _question))
MISTAKE = register_kind(Kind("oshibka", _("сообщение об ошибке"), _("координатор"), _mistake))
