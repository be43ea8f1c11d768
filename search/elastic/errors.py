"""What may go wrong with a cluster."""

from search.interface.errors import EngineUnavailable


class ServerFailed(EngineUnavailable):
    """The cluster refused, was silent for too long, or answered with a failure."""


class IndexGone(ServerFailed):
    """The index is not there: never built, replaced by a newer one, or lost."""
