"""Where a site keeps its indices on a cluster."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """The beginning of every name, and how the indices are cut."""

    prefix: str
    shards: int
    replicas: int | None  # None: one as soon as there is a second node
