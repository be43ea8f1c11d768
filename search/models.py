"""The tables of the search, gathered for Django."""

from search.bets.models import BestBet
from search.embedded.models import Generation, LogEntry, Posting, Shelf, StoredDocument, WriteLock
from search.freshness.models import Change, SetAside
from search.synonyms.models import SynonymGroup

#: What `manage.py rebuild_search` fills anew from the other tables.
REBUILT = (Change, SetAside, Generation, Posting, StoredDocument, Shelf, LogEntry)

__all__ = [
    "BestBet",
    "Change",
    "Generation",
    "LogEntry",
    "Posting",
    "SetAside",
    "Shelf",
    "StoredDocument",
    "SynonymGroup",
    "WriteLock",
]
