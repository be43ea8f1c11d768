"""The admin page on which a consent is withdrawn."""

from __future__ import annotations

from typing import Any

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from mentoring.consents.actions import WithdrawConsent
from mentoring.consents.models import MentorConsent
from mentoring.consents.withdrawing import WithdrawingView


class WithdrawView(WithdrawingView):
    """Withdraws a mentor's consent."""

    model = MentorConsent
    done = _("Согласие отозвано: сведения больше не видны посетителям.")
    explanation = _(
        "Сведения исчезнут с сайта и из поиска, имя – из связанных с ним текстов; где оно ещё стоит, покажет следующая "
        "страница. Отзыв нельзя отменить: для возвращения нужно новое согласие."
    )

    def action(self, data: dict[str, Any]) -> WithdrawConsent:
        return WithdrawConsent(self.thing, self.request.user, data["on"])

    def get_page_subtitle(self) -> str:
        return f"{self.thing.mentor}: {self.thing}"

    def get_success_url(self) -> str:
        """Where the name still stands in texts, once the consent is withdrawn."""
        if self.thing.withdrawn_on is not None:
            return reverse("names_mentor", args=[self.thing.mentor_id])
        return reverse("mentoring_mentorconsent_modeladmin_index")


urlpatterns = [path("bank/consents/<int:pk>/withdraw/", WithdrawView.as_view(), name="consent_withdraw")]
