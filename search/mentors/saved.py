"""A search that an editor keeps on a page: read from its pasted address, found anew at every look."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.blocks.saved_searches import NotASearchError, SavedSearch
from cms.wording import counted
from search.engines import get_engine
from search.faceted.address import read
from search.interface import EngineUnavailable
from search.mentors.cards import cards
from search.mentors.catalogue import MENTORS
from search.mentors.schema import KIND
from search.mentors.vocabulary import vocabulary_cache


def find_kept_mentors(address: str, number: int) -> SavedSearch:
    """The first mentors of the search at this address, of this or another host; raises ``NotASearchError``."""
    base = reverse("mentor-search")
    parts = urlsplit(address.strip())
    if parts.path != base:
        raise NotASearchError(_("Это не адрес поиска наставников. Он выглядит так: %s?q=химия") % base)
    reading = read(QueryDict(parts.query), MENTORS, vocabulary_cache.current())
    search = reading.search.with_text(reading.search.text, reading.search.exact)
    try:
        result = get_engine().search(KIND, search.query())
    except EngineUnavailable:  # the page stays whole; the link still leads to the search
        return SavedSearch(_("Открыть поиск"), search.url(base), ())
    words = _("Все %s") % counted(result.total, _("наставник"), _("наставника"), _("наставников"))
    found = result.hits[: min(number, MENTORS.sizes[0])]
    return SavedSearch(words, search.url(base), tuple(cards(found, result.matched, timezone.localdate())))
