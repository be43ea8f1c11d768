"""Signing in on the public site: staff go on to the admin, teachers stay on the site."""

from __future__ import annotations

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from cms.drafts.policies import no_words_typed


class SignInForm(AuthenticationForm):
    """Name and password, with an error that says what to do."""

    error_messages = {
        "invalid_login": _("Имя и пароль не подходят друг к другу. Проверьте раскладку и большие буквы."),
        "inactive": _("Этот вход закрыт. Обратитесь к координатору своего муниципалитета."),
    }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["username"] = forms.CharField(
            label=_("Имя для входа"), widget=forms.TextInput(attrs={"autocomplete": "username", "autofocus": True})
        )


@no_words_typed("a password is kept nowhere")
class SignInView(LoginView):
    """The door for everybody; where to go next follows from the rights."""

    template_name = "accounts/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_default_redirect_url(self) -> str:
        if self.request.user.has_perm("wagtailadmin.access_admin"):
            return reverse("wagtailadmin_home")
        return reverse("mentor-search")


@no_words_typed("one button")
class SignOutView(LogoutView):
    """Leaves by POST only, to the first page."""

    next_page = "/"


urlpatterns = [
    path("vhod/", SignInView.as_view(), name="login"),
    path("vyhod/", SignOutView.as_view(), name="logout"),
]
