"""What somebody signed in with, in words that the person knows the machine by."""

from __future__ import annotations

from django.utils.translation import gettext as _

#: The first that is found counts: browsers call themselves by the names of others too.
_BROWSERS = (
    ("YaBrowser", "Яндекс Браузер"),
    ("OPR/", "Opera"),
    ("Edg", "Edge"),
    ("Firefox", "Firefox"),
    ("Chrom", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)


def device_words(user_agent: str) -> str:
    """«Firefox, Windows» of a browser's own description."""
    found = [next((words for mark, words in known if mark in user_agent), "") for known in (_BROWSERS, _SYSTEMS)]
    return ", ".join(word for word in found if word) or _("неизвестный браузер")
