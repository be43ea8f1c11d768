"""A mentor as structured data (schema.org Person): nothing that the page itself does not show."""

from __future__ import annotations

from typing import Any

from mentoring.bank.presenters import PublicMentor


def json_ld(mentor: PublicMentor, url: str) -> dict[str, Any]:
    """A dictionary for ``application/ld+json``; ``url`` is the page's absolute address."""
    person: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Person",
        "@id": f"urn:uuid:{mentor.guid}",
        "url": url,
        "name": mentor.full_name,
        "familyName": mentor.last_name,
        "givenName": mentor.first_name,
        "additionalName": mentor.patronymic,
        "jobTitle": mentor.position,
        "worksFor": {
            "@type": "EducationalOrganization",
            "name": mentor.organisation.name,
            "url": mentor.organisation.site,
            "areaServed": mentor.municipality.name,
        },
        "knowsAbout": [entry.name for entry in (*mentor.subjects, *mentor.directions)],
        "award": mentor.honours,
        "sameAs": mentor.page_url,
    }
    person["worksFor"] = {key: value for key, value in person["worksFor"].items() if value}
    return {key: value for key, value in person.items() if value}
