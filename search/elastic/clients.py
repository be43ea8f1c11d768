"""The two clients behind one face: the same bodies, each product's own library, errors in our words."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from search.elastic.errors import IndexGone, ServerFailed

Json = dict[str, Any]


class Server(Protocol):
    """What the engine asks of a cluster. Calls raise ServerFailed after `seconds`, IndexGone for a missing index."""

    def msearch(self, index: str, bodies: Sequence[Json], seconds: float) -> list[Json]:
        """The answers to several searches, in one round trip."""

    def bulk(self, operations: Sequence[Json], seconds: float, *, refresh: bool) -> list[Json]:
        """The results of several writes to aliases, in one round trip."""

    def get(self, index: str, id_: str, seconds: float) -> Json | None:
        """A stored document with its metadata; None where there is none."""

    def put(self, index: str, id_: str, body: Json, seconds: float, after: Json | None = None) -> bool:
        """Store a document, if nobody has changed it since it was read as `after`; False if somebody has."""

    def create(self, index: str, body: Json) -> None:
        """Create an index."""

    def delete(self, index: str) -> None:
        """Delete an index, if it is there."""

    def refresh(self, index: str) -> None:
        """Let searches see everything that was written."""

    def indices(self, pattern: str) -> dict[str, int]:
        """The indices of this name pattern with their size in bytes."""


class ElasticsearchServer:
    """Elasticsearch 9 through the client `elasticsearch`."""

    def __init__(self, hosts: Sequence[str], ca_certs: str = "") -> None:
        from elasticsearch import Elasticsearch

        more: Json = {"ca_certs": ca_certs} if ca_certs else {}
        self._client = Elasticsearch(list(hosts), max_retries=0, retry_on_timeout=False, **more)

    def msearch(self, index: str, bodies: Sequence[Json], seconds: float) -> list[Json]:
        lines = [line for body in bodies for line in ({}, body)]
        answer = _asked(lambda: self._within(seconds).msearch(searches=lines, index=index).body)
        return _sound(answer["responses"])

    def bulk(self, operations: Sequence[Json], seconds: float, *, refresh: bool) -> list[Json]:
        ask = self._within(seconds)
        answer = _asked(lambda: ask.bulk(operations=list(operations), refresh=refresh, require_alias=True).body)
        return list(answer["items"])

    def get(self, index: str, id_: str, seconds: float) -> Json | None:
        answer = _asked(lambda: self._within(seconds).options(ignore_status=404).get(index=index, id=id_).body)
        return answer if answer.get("found") else None

    def put(self, index: str, id_: str, body: Json, seconds: float, after: Json | None = None) -> bool:
        ask = self._within(seconds).options(ignore_status=409)
        answer = _asked(lambda: ask.index(index=index, id=id_, document=body, **_unless_changed(after)).body)
        return "result" in answer

    def create(self, index: str, body: Json) -> None:
        _asked(lambda: self._within(PATIENT).indices.create(index=index, **body))

    def delete(self, index: str) -> None:
        _asked(lambda: self._within(PATIENT).options(ignore_status=404).indices.delete(index=index))

    def refresh(self, index: str) -> None:
        _asked(lambda: self._within(PATIENT).indices.refresh(index=index))

    def indices(self, pattern: str) -> dict[str, int]:
        return _sizes(_asked(lambda: self._within(PATIENT).indices.stats(index=pattern, metric="store").body))

    def _within(self, seconds: float) -> Any:
        return self._client.options(request_timeout=seconds)


class OpenSearchServer:
    """OpenSearch 3 through the client `opensearch-py`."""

    def __init__(self, hosts: Sequence[str], ca_certs: str = "") -> None:
        from opensearchpy import OpenSearch

        more: Json = {"ca_certs": ca_certs} if ca_certs else {}
        self._client = OpenSearch(list(hosts), max_retries=0, retry_on_timeout=False, **more)

    def msearch(self, index: str, bodies: Sequence[Json], seconds: float) -> list[Json]:
        lines = [line for body in bodies for line in ({}, body)]
        answer = _asked(lambda: self._client.msearch(body=lines, index=index, params={"request_timeout": seconds}))
        return _sound(answer["responses"])

    def bulk(self, operations: Sequence[Json], seconds: float, *, refresh: bool) -> list[Json]:
        params = {"refresh": str(refresh).lower(), "require_alias": "true", "request_timeout": seconds}
        return list(_asked(lambda: self._client.bulk(body=list(operations), params=params))["items"])

    def get(self, index: str, id_: str, seconds: float) -> Json | None:
        params = {"request_timeout": seconds, "ignore": 404}
        answer = _asked(lambda: self._client.get(index=index, id=id_, params=params))
        return dict(answer) if answer.get("found") else None

    def put(self, index: str, id_: str, body: Json, seconds: float, after: Json | None = None) -> bool:
        params = {"request_timeout": seconds, "ignore": 409, **_unless_changed(after)}
        answer = _asked(lambda: self._client.index(index=index, id=id_, body=body, params=params))
        return "result" in answer

    def create(self, index: str, body: Json) -> None:
        _asked(lambda: self._client.indices.create(index=index, body=body, params={"request_timeout": PATIENT}))

    def delete(self, index: str) -> None:
        params = {"request_timeout": PATIENT, "ignore": 404}
        _asked(lambda: self._client.indices.delete(index=index, params=params))

    def refresh(self, index: str) -> None:
        _asked(lambda: self._client.indices.refresh(index=index, params={"request_timeout": PATIENT}))

    def indices(self, pattern: str) -> dict[str, int]:
        params = {"request_timeout": PATIENT}
        return _sizes(_asked(lambda: self._client.indices.stats(index=pattern, metric="store", params=params)))


PATIENT = 60.0  # seconds: nobody waits for the management of indices


def _asked(ask: Callable[[], Any]) -> Any:
    """What the call gives; whatever the client raises is said in our words."""
    try:
        return ask()
    except Exception as error:
        # Both libraries raise from several families of their own (transport, API, serialisation).
        if getattr(error, "status_code", None) == 404:
            raise IndexGone(str(error)) from error
        raise ServerFailed(f"{type(error).__name__}: {error}"[:500]) from error


def _sound(answers: Sequence[Json]) -> list[Json]:
    for answer in answers:
        if "error" in answer:
            failure = IndexGone if answer.get("status") == 404 else ServerFailed
            raise failure(str(answer["error"])[:500])
        if answer.get("timed_out") or answer["_shards"]["failed"]:
            raise ServerFailed("only some shards answered")
    return list(answers)


def _unless_changed(after: Json | None) -> Json:
    return {"if_seq_no": after["_seq_no"], "if_primary_term": after["_primary_term"]} if after else {}


def _sizes(stats: Json) -> dict[str, int]:
    return {name: one["total"]["store"]["size_in_bytes"] for name, one in stats["indices"].items()}
