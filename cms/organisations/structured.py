"""An organisation as structured data: nothing that its page does not show."""

from __future__ import annotations

from typing import Any

from cms.territories.models import Organisation


def json_ld(organisation: Organisation, url: str) -> dict[str, Any]:
    """A dictionary for ``application/ld+json``."""
    data = {
        "@context": "https://schema.org",
        "@type": "EducationalOrganization",
        "name": organisation.full_name,
        "alternateName": organisation.short_name,
        "url": url,
        "sameAs": organisation.site,
        "areaServed": organisation.municipality.name,
    }
    return {key: value for key, value in data.items() if value}
