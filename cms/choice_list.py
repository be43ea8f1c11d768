"""A model field that keeps several choices of one enum as a JSON list."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


@lru_cache(maxsize=1024)
def _read(value: str) -> tuple[str, ...] | None:
    """The words of a stored list; None for anything else."""
    found = json.loads(value)
    return tuple(found) if isinstance(found, list) and all(isinstance(one, str) for one in found) else None


class ChoiceListField(models.JSONField):
    """A list of values of ``options`` (a ``TextChoices``), in the enum's order, without repeats; empty by default."""

    def __init__(self, *args: Any, options: type[models.TextChoices], **kwargs: Any) -> None:
        self.options = options
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "options": self.options}

    def contribute_to_class(self, cls: type[models.Model], name: str, private_only: bool = False) -> None:
        super().contribute_to_class(cls, name, private_only)
        # Where the admin shows a stored record it asks for this method, as with Django's own choices.
        setattr(cls, f"get_{name}_display", lambda record: ", ".join(self.labels(getattr(record, name))))

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        """The list; lists of a few choices repeat in thousands of rows and are read once."""
        if isinstance(value, str) and isinstance(kept := _read(value), tuple):
            return list(kept)
        return super().from_db_value(value, expression, connection)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        if not isinstance(value, list) or not set(value) <= set(self.options.values):
            raise ValidationError(_("Выберите значения из списка."), code="invalid_choice")

    def formfield(self, **kwargs: Any) -> forms.Field:
        return forms.MultipleChoiceField(
            choices=self.options.choices,
            widget=forms.CheckboxSelectMultiple,
            required=not self.blank,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
        )

    def labels(self, value: list[str]) -> list[str]:
        """The words of the chosen values, in the enum's order; values that left the enum are passed over."""
        return [str(option.label) for option in self.options if option.value in value]
