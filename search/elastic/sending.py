"""Writes documents to an index, each with the newest entry of the log that its sender knew as its version."""

import json
from collections.abc import Sequence

from search.elastic.clients import Json, Server
from search.elastic.errors import IndexGone, IndexUnfit, ServerFailed
from search.elastic.sources import Source

PORTION = 500  # documents in one request


def send(server: Server, alias: str, sources: Sequence[Source], version: int, seconds: float, *, refresh: bool) -> None:
    """Put and delete these documents; what a sender who knew more has written stays as it is.

    Raises IndexGone, IndexUnfit, or ServerFailed for whatever else was refused.
    """
    for result in server.bulk(_operations(alias, sources, version), max(0.1, seconds), refresh=refresh):
        verb, outcome = next(iter(result.items()))
        status = outcome["status"]
        newer = status == 409  # somebody who knew more was quicker
        absent = verb == "delete" and status == 404 and outcome.get("result") == "not_found"
        if status >= 300 and not newer and not absent:
            failure = {404: IndexGone, 400: IndexUnfit}.get(status, ServerFailed)
            raise failure(json.dumps(outcome.get("error"), default=str, ensure_ascii=False)[:500])


def _operations(alias: str, sources: Sequence[Source], version: int) -> list[Json]:
    operations: list[Json] = []
    for source in sources:
        target = {"_index": alias, "_id": str(source.number), "version": version, "version_type": "external_gte"}
        operations += [{"delete": target}] if source.body is None else [{"index": target}, source.body]
    return operations
