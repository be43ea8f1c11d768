"""A programme as structured data (schema.org): nothing that the page itself does not show."""

from __future__ import annotations

from typing import Any

from mentoring.programmes.presenters import PublicProgramme


def json_ld(programme: PublicProgramme, url: str) -> dict[str, Any]:
    """A dictionary for ``application/ld+json``; ``url`` is the page's absolute address."""
    place, curator = programme.organisation, programme.curator
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "EducationalOccupationalProgram",
        "name": programme.title,
        "url": url,
        "description": programme.lead or programme.aim,
        "startDate": programme.year.begins.isoformat(),
        "endDate": programme.year.ends.isoformat(),
        "provider": _filled(
            {
                "@type": "EducationalOrganization",
                "name": place.full_name if place else "",
                "url": place.site if place else "",
                "address": place.settlement if place else "",
            }
        ),
    }
    if curator.name:
        point = {"@type": "ContactPoint", "name": curator.name, "contactType": curator.post}
        data["provider"]["contactPoint"] = _filled({**point, "telephone": curator.phone})
    return _filled(data)


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value}
