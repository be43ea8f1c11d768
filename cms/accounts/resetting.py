"""«Забыли пароль?» sends letters to whoever is named there: a few in an hour to one mailbox, and from one network."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import path
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from wagtail.admin.views.account import PasswordResetView

from cms.caching.counting import counted_in
from cms.drafts.policies import no_words_typed
from cms.security.visitors import network_mark

TO_ONE_MAILBOX, FROM_ONE_NETWORK = 3, 30
WINDOW = 3600  # seconds


@no_words_typed("an address of a mailbox is kept nowhere")
class BoundedPasswordResetView(PasswordResetView):
    """Wagtail's page, with a bound; it says the same of mailboxes that the site knows and of all others."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Send the letter, or say that it is enough for this hour."""
        mailbox = salted_hmac("cms.accounts.resetting", form.cleaned_data["email"].casefold()).hexdigest()[:32]
        network = network_mark(self.request, "cms.accounts.resetting")[:32]
        to_one = counted_in(WINDOW, f"reset-to-{mailbox}")
        if to_one > TO_ONE_MAILBOX or counted_in(WINDOW, f"reset-from-{network}") > FROM_ONE_NETWORK:
            form.add_error(None, _("Писем уже отправлено несколько. Проверьте почту и папку «Спам» или подождите час."))
            return self.form_invalid(form)
        return super().form_valid(form)


#: Stands before Wagtail's own address of the same name (cms.urls).
urlpatterns: list[Any] = [path("", BoundedPasswordResetView.as_view())]
