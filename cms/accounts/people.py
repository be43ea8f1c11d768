"""Accounts under the names of their people."""

from __future__ import annotations

from typing import Any

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm

from cms.drafts.restoring import RestorableForm


def name_of(user: Any) -> str:
    """The person's name; the sign-in name of an account without one."""
    return user.get_full_name() or user.get_username()


class PersonField(forms.ModelChoiceField):
    """A colleague by name."""

    def label_from_instance(self, obj: Any) -> str:
        return name_of(obj)


def name_and_account(user: Any) -> str:
    """«Рябинина Елена (methodist)»: two people of one name are told apart."""
    name = " ".join(part for part in (user.last_name, user.first_name) if part)
    return f"{name} ({user.get_username()})" if name else user.get_username()


class AccountForm(RestorableForm, WagtailAdminModelForm):
    """A form whose ``user`` is chosen by surname, not by sign-in name alone."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["user"]
        field.queryset = field.queryset.order_by("last_name", "first_name", "username")
        field.label_from_instance = name_and_account
