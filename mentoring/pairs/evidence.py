"""A mentee whose consent is on record stays in the pair: the record names this person and outlives the pair."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from mentoring.pairs.models import PairMentee


def is_on_record(mentee: PairMentee) -> bool:
    """Whether a consent of the mentee was ever recorded, withdrawn or not."""
    return mentee.pk is not None and mentee.consents.exists()


def refuse_to_lose_consents(formset: Any) -> list[str]:
    """Why mentees of the filled formset cannot be left out or become other people; brings the left out back."""
    reasons = []
    for form in formset.initial_forms:
        if not is_on_record(form.instance):
            continue
        name, filled = form.initial["full_name"], getattr(form, "cleaned_data", {})
        if filled.get("DELETE"):
            _bring_back(form)
            reasons.append(_stays(name))
        elif _is_somebody_else(name, filled.get("full_name", "")):
            reasons.append(_is_another(name))
    return reasons


def _stays(name: str) -> str:
    return _(
        "Наставляемого «%(name)s» нельзя убрать из пары: его согласие хранят как документ. Если он больше "
        "не занимается, завершите эту пару и начните новую с теми, кто продолжает; согласие можно отозвать."
    ) % {"name": name}


def _is_another(name: str) -> str:
    return _(
        "На имя «%(name)s» записано согласие, поэтому вписать сюда другого человека нельзя. Добавьте его отдельной "
        "строкой или завершите эту пару и начните новую."
    ) % {"name": name}


def _is_somebody_else(before: str, after: str) -> bool:
    """Whether less than half of the name is left: a new surname or a mended letter keeps the rest."""
    words = before.lower().split()
    kept = [word for word in words if word in after.lower().split()]
    return bool(after) and len(kept) * 2 < len(words)


def _bring_back(form: Any) -> None:
    """Show the mentee in the form again, so that saving it once more is not refused once more."""
    form.data = form.data.copy()
    form.data[form.add_prefix("DELETE")] = ""
