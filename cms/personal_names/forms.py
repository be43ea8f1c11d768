"""Names typed into a form, part by part: the same words and signs are refused as in a table."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from cms.personal_names.marks import tidy
from cms.personal_names.problems import wrong_signs
from cms.personal_names.service_words import is_service_word


class PersonalNameForm(forms.Form):
    """Cleans the fields of ``name_parts``: stray marks are mended, posts, initials and foreign signs are refused."""

    name_parts: tuple[str, ...] = ("last_name", "first_name", "patronymic")

    def clean(self) -> dict[str, Any]:
        """Mend or refuse each part."""
        cleaned = super().clean() or self.cleaned_data
        for name in self.name_parts:
            if cleaned.get(name):
                part, _remarks = tidy(str(cleaned[name]))
                if problem := _problem(name, part):
                    self.add_error(name, problem)
                else:
                    cleaned[name] = part
        return cleaned


def _problem(name: str, part: str) -> str:
    if any(map(is_service_word, part.replace("-", " ").split(" "))):
        return _("«%s» – не имя человека. Напишите имя так, как в паспорте.") % part[:80]
    if "." in part or (name != "last_name" and len(part) == 1):
        return _("Напишите полностью, без сокращений.")
    if wrong_signs(part):
        return _("Напишите русскими буквами, без цифр, скобок и других знаков.")
    return ""
