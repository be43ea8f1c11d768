"""What every search engine promises: kinds of content, documents, queries, results. Imports no engine."""

from search.interface.documents import Document
from search.interface.engine import Drift, Engine, Progress, Status
from search.interface.errors import EngineUnavailable, SearchError, UnknownKind
from search.interface.query import MAX_PAGE_SIZE, RELEVANCE, Query
from search.interface.result import (
    Correction,
    CorrectionKind,
    Hit,
    Matched,
    Relaxation,
    Result,
    Suggestion,
    Told,
    Understood,
)
from search.interface.schema import Facet, Schema, Sort, SortKey, TextField, TextKind

__all__ = [
    "MAX_PAGE_SIZE",
    "RELEVANCE",
    "Correction",
    "CorrectionKind",
    "Document",
    "Drift",
    "Engine",
    "EngineUnavailable",
    "Facet",
    "Hit",
    "Matched",
    "Progress",
    "Query",
    "Relaxation",
    "Result",
    "Schema",
    "SearchError",
    "Sort",
    "SortKey",
    "Status",
    "Suggestion",
    "TextField",
    "TextKind",
    "Told",
    "Understood",
    "UnknownKind",
]
