"""Brings typed words back into the forms of Wagtail, whose blocks, rows and choosers a script could not rebuild."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.forms.utils import ErrorDict, ErrorList
from django.http import QueryDict


@dataclass
class Typed:
    """What was typed before; ``is_used`` once a form has taken it up."""

    data: QueryDict
    is_used: bool = False


_TYPED: ContextVar[Typed | None] = ContextVar("typed", default=None)


@contextmanager
def typed_before(fields: list[list[str]]) -> Iterator[Typed]:
    """While it lasts, a restorable form without data of its own shows these fields."""
    data = QueryDict(mutable=True)
    for name, value in fields:
        data.appendlist(name, value)
    typed = Typed(data)
    token = _TYPED.set(typed)
    try:
        yield typed
    finally:
        _TYPED.reset(token)


class RestorableForm:
    """A form that can be shown as it was left; stands before the form class."""

    def __init__(self, data: Any = None, files: Any = None, *args: Any, **kwargs: Any) -> None:
        typed = _TYPED.get() if data is None and not kwargs.get("prefix") else None
        super().__init__(data if typed is None else typed.data, files, *args, **kwargs)  # type: ignore[call-arg]
        if typed is not None:
            typed.is_used = True
            _judge_later(self)


def _judge_later(form: Any) -> None:
    """Nobody has asked to save yet: no errors beside the fields."""
    form._errors = ErrorDict()
    form.cleaned_data = {}
    for formset in getattr(form, "formsets", {}).values():
        formset._errors = [{} for _form in formset.forms]
        formset._non_form_errors = ErrorList()
        for child in formset.forms:
            _judge_later(child)
