"""Letters to mentors whose senders' mailboxes have answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.actions import Refused
from cms.confirming.actions import refused_form
from cms.confirming.kinds import Kind, register_kind
from mentoring.bank.models import Mentor
from mentoring.letters.actions import LetterRefused, WriteLetter
from mentoring.letters.forms import LetterForm


def _letter(data: QueryDict, about: Mapping[str, Any]) -> str:
    form = LetterForm(data)
    if not form.is_valid():
        raise refused_form(form)
    mentor = Mentor.objects.for_presenting().filter(pk=about["mentor"]).first()
    if mentor is None:
        raise Refused(_("Этого наставника на сайте больше нет. Напишите координатору своего муниципалитета."))
    letter = form.save(commit=False)
    letter.network = about["network"]
    try:
        WriteLetter(letter, form.cleaned_data["text"], mentor).execute()
    except LetterRefused as refusal:
        raise Refused(str(refusal)) from refusal
    return reverse("mentor-letter-sent", args=[mentor.pk])


LETTER = register_kind(Kind("pismo", _("письмо наставнику"), _("наставник"), _letter))
