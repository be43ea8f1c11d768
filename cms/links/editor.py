"""What a form tells beside its links while one writes: nobody is asked here, the last answers are read."""

from __future__ import annotations

import json
from collections.abc import Iterable

from django.core.exceptions import BadRequest
from django.db.models import Q
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cms.accounts.territory import User
from cms.drafts.policies import no_words_typed
from cms.links.addresses import NotAnAddressError, host_of, target_of
from cms.links.enums import LinkState
from cms.links.gathering import digest_of, leads_out, own_hosts
from cms.links.lookalikes import look_alike
from cms.links.models import LinkPlace, LookAlike, OutgoingLink
from cms.links.overview import standing

#: Links of one form that are looked up.
MOST = 300


@no_words_typed("asks about addresses, stores nothing")
@require_POST
def links_of_a_form(request: HttpRequest) -> JsonResponse:
    """Remarks on the addresses of a form: ``{address: remark}``, only those with something to remark."""
    try:
        asked = json.loads(request.body)
        addresses = [str(address) for address in asked["addresses"]][:MOST]
        here = str(asked.get("here", ""))
    except (ValueError, KeyError, TypeError) as error:
        raise BadRequest("a list of addresses is expected") from error
    return JsonResponse({"remarks": remarks(request.user, addresses, here)})


def remarks(user: User, addresses: Iterable[str], here: str) -> dict[str, str]:
    """What to say of each address; ``here`` is the address of the form, whose kept links are not its neighbours."""
    own = own_hosts()
    wanted = [address for address in dict.fromkeys(addresses) if leads_out(address, own)]
    seen = OutgoingLink.objects.seen_by(user)
    known = {link.address: link for link in seen.filter(digest__in=[digest_of(address) for address in wanted])}
    near = _places_on(user, {host_of(address) for address in wanted})
    right = _accepted(wanted)
    found: dict[str, str] = {}
    for address in wanted:
        words = [_state_words(address, known.get(address)), _alike_words(user, address, wanted, near, here, right)]
        if said := " ".join(word for word in words if word):
            found[address] = said
    return found


def _state_words(address: str, link: OutgoingLink | None) -> str:
    try:
        target_of(address)
    except NotAnAddressError as error:
        return str(error)
    if link is None or link.checked_at is None:
        return ""
    day = timezone.localtime(link.checked_at).strftime("%d.%m.%Y")
    details = {"note": f" ({link.note})" if link.note else "", "day": day, "to": link.moved_to}
    if link.state == LinkState.DEAD:
        return _("Ссылка не открывается%(note)s, проверено %(day)s.") % details
    if link.state == LinkState.MOVED:
        return _("Ссылка ведёт на другой адрес%(note)s: %(to)s") % details
    if link.state == LinkState.CLOSED:
        return _("Ссылка открывается не всем%(note)s, проверено %(day)s.") % details
    return ""


def _places_on(user: User, hosts: Iterable[str]) -> list[LinkPlace]:
    """The kept places of links on these hosts: one query, for the rights are long and a form may have many links."""
    on_them = Q(pk__in=())
    for host in hosts:
        on_them |= Q(link__address__contains=host)
    return list(LinkPlace.objects.seen_by(user).filter(on_them).select_related("link").order_by("pk"))


def _accepted(addresses: list[str]) -> set[frozenset[str]]:
    """The pairs with one of these addresses of which somebody said that both are right."""
    digests = [digest_of(address) for address in addresses]
    pairs = LookAlike.objects.filter(accepted_at__isnull=False)
    mine = pairs.filter(Q(one__digest__in=digests) | Q(other__digest__in=digests))
    return {frozenset(pair) for pair in mine.values_list("one__address", "other__address")}


def _alike_words(
    user: User, address: str, on_the_form: list[str], near: list[LinkPlace], here: str, right: set[frozenset[str]]
) -> str:
    for other in on_the_form:
        if other != address and look_alike(address, other) and frozenset((address, other)) not in right:
            return _("Отличается одной буквой от другой ссылки в этой форме: %s") % other
    host = host_of(address)
    for place in near:
        kept = place.link.address
        if kept == address or host not in kept.lower() or not look_alike(address, kept):
            continue
        if frozenset((address, kept)) in right:
            continue
        where = standing([place], user).get(place.pk)
        if where is not None and where.address != here:
            # The other link is kept already: in the report one can say that both are right.
            return _(
                "Отличается одной буквой от ссылки «%(title)s»: %(other)s (если верны обе, отметьте «Так и надо» "
                "в отчёте «Ссылки на другие сайты»)"
            ) % {
                "title": where.title,
                "other": kept,
            }
    return ""
