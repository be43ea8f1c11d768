"""Partners who are told at once what changed: their addresses and secrets stand in the settings alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.utils.translation import gettext as _

from cms.links.addresses import NotAnAddressError, Target, target_of
from cms.links.networks import networks
from cms.links.policy import Policy

#: Letters of the shortest secret: nobody guesses so many.
SHORTEST_SECRET = 16


class NotAPartnerError(ValueError):
    """A line of the setting says no partner; the message says why, without the secret."""


@dataclass(frozen=True, slots=True)
class Partner:
    """Where messages go, and what they are signed with."""

    url: str
    target: Target
    secret: str = field(repr=False)


def partners() -> dict[str, Partner]:
    """The partners by their address; a line with a mistake is left out, for ``check`` tells of it."""
    found: dict[str, Partner] = {}
    for line in settings.DUET_WEBHOOKS:
        try:
            partner = partner_of(line)
        except NotAPartnerError:
            continue
        found[partner.url] = partner
    return found


def partner_of(line: str) -> Partner:
    """«https://partner.example/duet secret» taken apart; raises ``NotAPartnerError``."""
    url, _blank, secret = line.strip().partition(" ")
    secret = secret.strip()
    try:
        target = target_of(url)
    except NotAnAddressError as error:
        raise NotAPartnerError(str(error)) from error
    if target.scheme != "https" and not settings.DUET_WEBHOOKS_INSIDE:
        raise NotAPartnerError(_("Адрес должен начинаться с https://."))
    if len(secret) < SHORTEST_SECRET or " " in secret:
        raise NotAPartnerError(
            _("После адреса через пробел нужен секрет: одно слово не короче %(count)s знаков.")
            % {"count": SHORTEST_SECRET}
        )
    return Partner(url, target, secret)


def policy() -> Policy:
    """Every public host may be told; networks of one's own only if the setting names them."""
    return Policy(("*",), networks(settings.DUET_WEBHOOKS_INSIDE))


@register
def partners_are_readable(**kwargs: Any) -> list[CheckMessage]:
    """duet.E030: a line of DUET_WEBHOOKS, or a network of DUET_WEBHOOKS_INSIDE, cannot be read."""
    try:
        networks(getattr(settings, "DUET_WEBHOOKS_INSIDE", None) or ())
    except ValueError:
        return [_error(_("WEBHOOKS_INSIDE: нужна сеть, например 10.20.0.0/16."))]
    return list(_mistakes())


def _mistakes() -> Iterator[Error]:
    for number, line in enumerate(getattr(settings, "DUET_WEBHOOKS", None) or (), start=1):
        try:
            partner_of(line)
        except NotAPartnerError as error:
            yield _error(_("WEBHOOKS, запись %(number)d: %(why)s") % {"number": number, "why": error})


def _error(words: str) -> Error:
    return Error(words, hint=_("Пример: WEBHOOKS=https://partner.example/duet секрет-из-32-знаков"), id="duet.E030")
