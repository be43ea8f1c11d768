"""A copy that is taken further: the chain of hands grows by one."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from bestpractices.republication.branches import branch_name, publishing_office
from bestpractices.republication.documents import Document, Hop, Source


def document_of_copy(page: Any) -> Document | None:
    """What the copy shows, with the copy itself as the source of the next one; None once it is withdrawn."""
    if page.is_withdrawn:
        return None
    record = page.republication
    document = record.document
    if document is None:
        return None
    here = {"source": Source(id=page.translation_key, url=page.full_url or ""), "title": page.title, "lead": page.lead}
    own = document.model_copy(update=here)
    return own.model_copy(update={"hops": (*document.hops, own_hop(page, own))})


def own_hop(page: Any, document: Document) -> Hop:
    """The pair of hands that took the page into this branch."""
    return Hop(
        level="municipality" if page.municipality else "region",
        holder=branch_name(page),
        on=page.date,
        editor=publishing_office(page, page.municipality_id),
        licence=document.licence,
        url=page.full_url or "",
        sha256=document.sha256,
    )


def source_hop(document: Document) -> Hop | None:
    """Where the page was first published: the first pair of hands that has an address."""
    return next((hop for hop in document.hops if hop.url), None)


def source_words(document: Document) -> str:
    """«Источник: Ракитинская школа, Ключевской район»."""
    hop = source_hop(document)
    holders = dict.fromkeys(filter(None, (document.organisation, hop.holder if hop else "")))
    return _("Источник: %(holders)s") % {"holders": ", ".join(holders)}


def canonical_url(document: Document) -> str:
    """The address of the original."""
    hop = source_hop(document)
    return hop.url if hop else document.source.url
