"""What may go wrong, in words that a view can answer."""


class SearchError(Exception):
    """Anything that an engine raises on purpose."""


class UnknownKind(SearchError):
    """The kind of content was never registered: a mistake of the programmer, not of the user."""


class EngineUnavailable(SearchError):
    """The engine's server does not answer; the caller may fall back to another engine."""
