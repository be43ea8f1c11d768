"""Who agreed to what: most to everything, some to their name alone, some to nothing any more."""

import random
from datetime import date, timedelta

from demo.dice import weighted
from demo.shapes import DemoConsent
from mentoring.consents.enums import PublicField, Purpose

FULL, PARTLY, NAME_ONLY, NONE, WITHDRAWN, EXPIRED = "full", "partly", "name only", "none", "withdrawn", "expired"
_PROFILES = ((FULL, 74.0), (PARTLY, 19.0), (NAME_ONLY, 5.0), (NONE, 0.7), (WITHDRAWN, 0.5), (EXPIRED, 0.8))
_ALL = tuple(str(field) for field in PublicField if field != PublicField.PHONE)


def end_of_school_year(day: date, years: int = 0) -> date:
    """The 31st of August that follows the day, so many years later."""
    year = day.year + (day >= date(day.year, 9, 1)) + years
    return date(year, 8, 31)


def _fields(rng: random.Random, profile: str) -> tuple[str, ...]:
    if profile == NAME_ONLY:
        return ()
    if profile == PARTLY:
        return tuple(field for field in _ALL if rng.random() < 0.55)
    return _ALL


def _longer(days: int, recent: int, by: int) -> int:
    """Most agreed more than a year ago: a bank grows by some hundredths a year, it does not fourfold."""
    return days if days < recent else days + by


def choose_consents(rng: random.Random, today: date, profile: str = "") -> tuple[DemoConsent, ...]:
    """The consents of a person as of ``today``; ``profile`` is drawn when it is empty."""
    profile = profile or weighted(rng, _PROFILES)
    if profile == NONE:
        return ()
    fields = _fields(rng, profile)
    if profile == EXPIRED:
        until = today - timedelta(days=rng.randint(1, 80))
        given = until - timedelta(days=365)
        return (
            DemoConsent(Purpose.PROCESSING, given, until),
            DemoConsent(Purpose.PUBLICATION, given, until, None, fields),
        )
    given = today - timedelta(days=_longer(rng.randint(20, 640), recent=40, by=340))
    valid_until = end_of_school_year(today, rng.randint(0, 2)) if rng.random() < 0.8 else None
    withdrawn = today - timedelta(days=rng.randint(1, 15)) if profile == WITHDRAWN else None
    return (
        DemoConsent(Purpose.PROCESSING, given, valid_until),
        DemoConsent(Purpose.PUBLICATION, given, valid_until, withdrawn, fields),
    )
