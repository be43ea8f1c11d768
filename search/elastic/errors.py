"""What may go wrong with a cluster."""

from search.interface.errors import EngineUnavailable


class ServerFailed(EngineUnavailable):
    """The cluster refused, was silent for too long, or answered with a failure."""


class IndexGone(ServerFailed):
    """The index is not there: never built, lost, or of a state from which the log no longer leads to now."""


class IndexBehind(ServerFailed):
    """The index is well and is being brought up to now; it would take longer than a visitor should wait."""


class IndexUnfit(ServerFailed):
    """The index refuses a document: its mapping is not the one that we declare."""


class BeingBuilt(ServerFailed):
    """Another process builds this index just now."""
