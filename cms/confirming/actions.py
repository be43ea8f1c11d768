"""Keeping what was sent until the mailbox answers, and passing it on then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, QueryDict
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.actions import Refused
from cms.confirming.kinds import Kind, kind_of
from cms.confirming.models import Unconfirmed, waiting_words
from cms.drafts.tokens import FIELD, LABELS
from cms.mailing.addresses import absolute_of
from cms.mailing.kinds import register_mail_kind
from cms.mailing.outbox import send_later
from cms.personal_links.tokens import fingerprint, is_ours, new_token
from cms.security.visitors import network_mark

CONFIRM = register_mail_kind("cms.confirm", gettext_lazy("подтверждение заявки или письма"))
_NOT_KEPT = frozenset({"csrfmiddlewaretoken", FIELD, LABELS})


def is_own_mailbox(request: HttpRequest, email: str) -> bool:
    """Whether a signed-in person names the mailbox that this site knows already."""
    known = getattr(request.user, "email", "") or ""
    return request.user.is_authenticated and bool(known) and known.casefold() == email.casefold()


@dataclass
class AskToConfirm:
    """Keeps a form, and sends its sender a link; nobody else learns of it yet."""

    request: HttpRequest
    kind: Kind
    email: str
    about: Mapping[str, Any] = field(default_factory=dict)

    @property
    def network(self) -> str:
        return network_mark(self.request, "cms.confirming")

    def check(self) -> None:
        """Raise ``Refused`` where too much waits already."""
        if Unconfirmed.objects.too_many(self.email, self.network, timezone.now()):
            raise Refused(_("За последний час отсюда уже отправили много. Подождите час и отправьте это."))

    @transaction.atomic
    def execute(self) -> None:
        """Store the form and write the letter down; no word of the sender's stands in it."""
        self.check()
        token = new_token()
        sent = {name: values for name, values in self.request.POST.lists() if name not in _NOT_KEPT}
        Unconfirmed.objects.create(
            kind=self.kind.code,
            email=self.email,
            data=sent,
            about=dict(self.about),
            fingerprint=fingerprint(token),
            network=self.network,
        )
        context = {
            "kind": self.kind,
            "url": absolute_of("confirm", token),
            "site": settings.WAGTAIL_SITE_NAME,
            "wait": waiting_words(),
        }
        subject = _("Подтвердите: %(what)s, сайт «%(site)s»") % {
            "what": self.kind.words,
            "site": settings.WAGTAIL_SITE_NAME,
        }
        send_later(self.email, subject, render_to_string("cms/confirming/mail.txt", context), kind=CONFIRM)


class LinkGone(Refused):
    """The link opens nothing: the form has to be filled in again, or the link to be copied whole."""


def _gone(token: str) -> str:
    if not is_ours(token):
        return _("Адрес неполный: похоже, ссылка скопирована не целиком. Откройте её из письма ещё раз.")
    words = {"wait": waiting_words()}
    return _("Ссылка действует %(wait)s, потом отправленное удаляется. Заполните форму ещё раз.") % words


class Confirm:
    """Passes on what was sent, once."""

    def __init__(self, token: str) -> None:
        self.token = token

    def check(self) -> Kind:
        """What the link would pass on; raises ``Refused`` where it was used, ``LinkGone`` where it opens nothing."""
        return self._found(lock=False)[1]

    @transaction.atomic
    def execute(self) -> str:
        """Pass it on, forget its words; answers with the address of the page that thanks."""
        kept, kind = self._found(lock=True)
        form = QueryDict(mutable=True)
        for name, values in kept.data.items():
            form.setlist(name, values)
        thanks = kind.take(form, kept.about)
        kept.data, kept.about, kept.confirmed_at = {}, {}, timezone.now()
        kept.save(update_fields=["data", "about", "confirmed_at"])
        return thanks

    def _found(self, *, lock: bool) -> tuple[Unconfirmed, Kind]:
        rows = Unconfirmed.objects.select_for_update() if lock else Unconfirmed.objects.all()
        kept = rows.filter(fingerprint=fingerprint(self.token)).first() if is_ours(self.token) else None
        if kept is not None and kept.confirmed_at is not None:
            raise Refused(_("Это уже подтверждено и передано. Больше ничего делать не нужно."))
        kind = kind_of(kept.kind) if kept is not None else None
        if kept is None or kind is None or not Unconfirmed.objects.waiting(timezone.now()).filter(pk=kept.pk).exists():
            raise LinkGone(_gone(self.token))
        return kept, kind


def refused_form(form: Any) -> Refused:
    """Why a form that was good when it was sent is not good any more, in its own words."""
    words = " ".join(dict.fromkeys(str(error) for errors in form.errors.values() for error in errors))
    return Refused(
        _("Пока вы подтверждали, на сайте кое-что изменилось. %(why)s Заполните форму ещё раз.") % {"why": words}
    )
