"""The form «Мой адрес почты»."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class EmailForm(forms.Form):
    """The new mailbox, and the password, whose wrong tries count like those of signing in."""

    email = forms.EmailField(
        label=_("Новый адрес почты"),
        max_length=254,
        help_text=_("На него придёт письмо со ссылкой. Пока вы её не откроете, действует прежний адрес."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    password = forms.CharField(
        label=_("Ваш пароль"),
        strip=False,
        max_length=4096,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request

    def clean_password(self) -> str:
        """The password of whoever sits here now, not only of whoever signed in some time ago."""
        name, password = self.request.user.get_username(), self.cleaned_data["password"]
        found = authenticate(self.request, username=name, password=password)
        if found is None or found.pk != self.request.user.pk:
            raise forms.ValidationError(_("Пароль не подошёл. Проверьте раскладку и большие буквы."))
        return str(password)
