"""Copies of this site's own pages name their source by its whole address, which moves with the site."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.dispatch import receiver

from bestpractices.republication.models import Republication, SourceUpdate
from cms.sharing.address import address_changed


@receiver(address_changed)
def follow_the_site(old: str, new: str, **kwargs: Any) -> None:
    """Write the new address of the site into what was taken from it; sources on other sites keep theirs."""
    for copy in Republication.objects.filter(source_url__startswith=f"{old}/"):
        copy.source_url = _moved(copy.source_url, old, new)
        copy.save(update_fields=["source_url"])
    for kept in (Republication, SourceUpdate):
        for row in kept._default_manager.exclude(Q(content={}) | Q(content=None)):
            content = _moved(row.content, old, new)
            if content != row.content:
                row.content = content
                row.save(update_fields=["content"])


def _moved(value: Any, old: str, new: str) -> Any:
    """The same document with the addresses of its source and of the hands it went through at the new root."""
    if isinstance(value, str):
        return new + value.removeprefix(old) if value.startswith(f"{old}/") else value
    way = {"source": {**value["source"], "url": _moved(value["source"]["url"], old, new)}} if "source" in value else {}
    hops = [{**hop, "url": _moved(hop.get("url", ""), old, new)} for hop in value.get("hops", ())]
    return {**value, **way, **({"hops": hops} if hops else {})}
