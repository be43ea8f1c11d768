"""Brings the list of links up to what stands in the texts now."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.blocks import StreamValue
from wagtail.models import Site

from cms.links.addresses import PORTS, NotAnAddressError, target_of
from cms.links.enums import LinkState
from cms.links.holders import LinkHolder, link_holders
from cms.links.lookalikes import find_lookalikes
from cms.links.models import LinkPlace, LookAlike, OutgoingLink
from cms.links.texts import addresses_in

#: Rows that are written at once.
PORTION = 500


class Place(NamedTuple):
    """A link in a field, before it is kept."""

    digest: str
    kind: int
    thing: int
    municipality: int | None
    field: str
    words: str


def digest_of(address: str) -> str:
    """What an address is known by."""
    return hashlib.sha256(address.encode()).hexdigest()


def gather_links() -> int:
    """Read every text again, note new links and forget those that are gone; returns how many places there are."""
    own = own_hosts()
    wanted: set[Place] = set()
    addresses: dict[str, str] = {}
    for holder in link_holders():
        for place, address in _places(holder, own):
            wanted.add(place)
            addresses[place.digest] = address
    _note_links(addresses)
    _note_places(wanted)
    OutgoingLink.objects.without_a_place().delete()
    _note_lookalikes()
    return len(wanted)


def own_hosts() -> frozenset[str]:
    """The names (with a port that is not the web's own) of this very site: links to them do not lead out."""
    sites = (_host(f"//{name}:{port}") for name, port in Site.objects.values_list("hostname", "port"))
    return frozenset((*sites, _host(settings.WAGTAILADMIN_BASE_URL)))


def leads_out(address: str, own: frozenset[str]) -> bool:
    """Whether the address is another site's, or so miswritten that nobody can tell."""
    try:
        return _host(address) not in own
    except ValueError:
        return True


def _host(address: str) -> str:
    parts = urlsplit(address)
    return parts.hostname or "" if parts.port in (None, *PORTS.values()) else f"{parts.hostname}:{parts.port}"


def _places(holder: LinkHolder, own: frozenset[str]) -> Iterator[tuple[Place, str]]:
    names = [field.name for field in holder.fields]
    municipality = holder.municipality or "pk"
    kind = holder.kind.pk
    rows = holder.model._default_manager.values_list(holder.owner, municipality, *names)
    for thing, place, *values in rows.iterator(chunk_size=PORTION):
        for field, value in zip(holder.fields, values, strict=True):
            for address, words in addresses_in(holder.text_of(_plain(value))):
                if leads_out(address, own):
                    where = place if holder.municipality else None
                    label = str(holder.label or field.verbose_name)[:120]
                    yield Place(digest_of(address), kind, thing, where, label, words[:200]), address


def _plain(value: Any) -> Any:
    return list(value.raw_data) if isinstance(value, StreamValue) else value


def _note_links(addresses: dict[str, str]) -> None:
    known = set(OutgoingLink.objects.values_list("digest", flat=True))
    new = [_link(digest, address) for digest, address in addresses.items() if digest not in known]
    OutgoingLink.objects.bulk_create(new, batch_size=PORTION, ignore_conflicts=True)


def _link(digest: str, address: str) -> OutgoingLink:
    """A new link; what is wrong with its writing is known before anybody is asked."""
    try:
        target_of(address)
    except NotAnAddressError as error:
        return OutgoingLink(digest=digest, address=address, state=LinkState.MISWRITTEN, note=str(error)[:200])
    return OutgoingLink(digest=digest, address=address)


def _note_places(wanted: set[Place]) -> None:
    fields = ("link__digest", "kind_id", "thing_id", "municipality_id", "field", "words")
    kept: set[Place] = set()
    gone: list[int] = []
    for pk, *values in LinkPlace.objects.values_list("pk", *fields).iterator():
        place = Place(*values)
        if place in wanted and place not in kept:
            kept.add(place)
        else:
            gone.append(pk)
    keys = dict(OutgoingLink.objects.values_list("digest", "pk"))
    new = [_place(place, keys) for place in wanted - kept if place.digest in keys]
    for portion in _portions(gone):
        LinkPlace.objects.filter(pk__in=portion).delete()
    with transaction.atomic():
        LinkPlace.objects.bulk_create(new, batch_size=PORTION)


def _note_lookalikes() -> None:
    keys = dict(OutgoingLink.objects.values_list("address", "pk"))
    wanted = {(keys[one], keys[other]) for one, other in find_lookalikes(keys)}
    kept = {(one, other): pk for pk, one, other in LookAlike.objects.values_list("pk", "one", "other")}
    gone = [pk for pair, pk in kept.items() if pair not in wanted]
    new = [LookAlike(one_id=one, other_id=other) for one, other in wanted - set(kept)]
    with transaction.atomic():
        for portion in _portions(gone):
            LookAlike.objects.filter(pk__in=portion).delete()
        LookAlike.objects.bulk_create(new, batch_size=PORTION, ignore_conflicts=True)


def _place(place: Place, keys: dict[str, int]) -> LinkPlace:
    return LinkPlace(
        link_id=keys[place.digest],
        kind_id=place.kind,
        thing_id=place.thing,
        municipality_id=place.municipality,
        field=place.field,
        words=place.words,
    )


def _portions(keys: list[int]) -> Iterable[list[int]]:
    return (keys[start : start + PORTION] for start in range(0, len(keys), PORTION))
