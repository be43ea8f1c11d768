"""Whatever is kept by age could stand in a remembered page for longer than its age: each such place is known here."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

#: Modules that keep something by age, and why no remembered page is older by it.
KNOWN = {
    "cms/appearance/centre.py": "once a version while a page is made",
    "cms/caching/counting.py": "counts what was asked for; no page prints how often",
    "cms/caching/health.py": "asks whether the cache keeps a value of its own",
    "cms/glossary/linking.py": "once a version while a page is made; what is linked is kept under its own text",
    "mentoring/bank/past.py": "ends the page with itself (only_until); a number, no name",
    "cms/blanks/files.py": "files of the programme, not of pages",
    "cms/management/commands/restore.py": "empties the cache, which knows the former site",
    "cms/sharing/views.py": "a picture, under a key of its words",
    "bestpractices/republication/names.py": "words of a content under its digest; no page prints them",
    "search/mentors/sitemaps.py": "the sitemap, which is no remembered page",
}


def test_every_cache_by_age_is_known_to_the_memory_of_pages() -> None:
    root = Path(settings.BASE_DIR)
    packages = ("cms", "mentoring", "bestpractices", "search")
    files = (file for package in packages for file in (root / package).rglob("*.py"))
    found = {str(file.relative_to(root)) for file in files if "django.core.cache import" in file.read_text()}
    assert found == set(KNOWN)
