"""A practice as structured data (schema.org LearningResource): nothing that the page itself does not show."""

from __future__ import annotations

from typing import Any

from bestpractices.practices.authors import Authors
from bestpractices.practices.enums import LICENCE_URLS, Licence
from bestpractices.practices.models import PracticePage


def json_ld(practice: PracticePage, authors: Authors, url: str) -> dict[str, Any]:
    """A dictionary for ``application/ld+json``."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "LearningResource",
        "url": url,
        "name": practice.title,
        "description": practice.search_description or practice.lead,
        "inLanguage": "ru",
        "learningResourceType": "best practice",
        "audience": {"@type": "EducationalAudience", "audienceType": practice.audience},
        "author": [{"@type": "Person", "name": author.name} for author in authors.named],
        "publisher": {"@type": "EducationalOrganization", "name": str(practice.organisation or "")},
        "license": LICENCE_URLS.get(Licence(practice.licence), ""),
        "datePublished": practice.first_published_at.isoformat() if practice.first_published_at else "",
        "dateModified": practice.last_published_at.isoformat() if practice.last_published_at else "",
        "about": [subject.name for subject in practice.subjects.all()],
    }
    return {key: value for key, value in data.items() if value}
