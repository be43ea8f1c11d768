"""Check boxes that know which forms of pairs they suit; ``static/mentoring/programme.js`` hides the others."""

from __future__ import annotations

from typing import Any

from django import forms


class FormEntryCheckboxes(forms.CheckboxSelectMultiple):
    """Offers entries of a reference table of forms of pairs; without scripts all of them stand there."""

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option: dict[str, Any] = super().create_option(name, value, *args, **kwargs)
        entry = getattr(value, "instance", None)
        if entry is not None:
            option["attrs"]["data-pair-models"] = " ".join(entry.pair_models)
        return option
