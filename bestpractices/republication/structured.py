"""A copy in the words of schema.org: what it is based on, and who answers for it."""

from __future__ import annotations

from typing import Any

from bestpractices.republication.documents import Document
from bestpractices.republication.models import RepublishedPage


def structured(page: RepublishedPage, document: Document, canonical: str) -> dict[str, Any]:
    """The JSON-LD of a copy."""
    first = document.hops[0] if document.hops else None
    facts: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": page.title,
        "description": page.lead,
        "inLanguage": "ru",
        "url": page.full_url,
        "datePublished": page.date.isoformat(),
        "isBasedOn": {"@type": "Article", "@id": f"urn:uuid:{document.source.id}", "url": canonical},
        "author": [{"@type": "Person", "name": name} for name in document.authors],
        "sourceOrganization": {"@type": "Organization", "name": first.holder} if first else None,
        "license": document.licence if document.licence.startswith("https://") else None,
    }
    return {name: value for name, value in facts.items() if value}
