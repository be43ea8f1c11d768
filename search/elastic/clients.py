"""The two clients behind one face: the same bodies, each product's own library, errors in our words."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

import orjson

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
        from elasticsearch import Elasticsearch, OrjsonSerializer

        more: Json = {"ca_certs": ca_certs} if ca_certs else {}
        json = {"application/json": OrjsonSerializer()}
        self._client = Elasticsearch(list(hosts), max_retries=0, retry_on_timeout=False, serializers=json, **more)
        self._patient: dict[float, Any] = {}  # the client with each timeout: making one costs as much as asking it

    def msearch(self, index: str, bodies: Sequence[Json], seconds: float) -> list[Json]:
        ask, body = self._within(seconds).perform_request, _searches(bodies)
        headers = {"accept": "application/json", "content-type": LINES}
        found = _asked(lambda: ask("POST", f"/{index}/_msearch", headers=headers, body=body).body["responses"])
        return _sound(found, len(bodies))

    def bulk(self, operations: Sequence[Json], seconds: float, *, refresh: bool) -> list[Json]:
        ask, lines = self._within(seconds), list(map(orjson.dumps, operations))
        return _asked(lambda: list(ask.bulk(operations=lines, refresh=refresh, require_alias=True).body["items"]))

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
        rounded = max(0.05, round(seconds, 1 if seconds > 0.2 else 2))
        if rounded not in self._patient:
            self._patient[rounded] = self._client.options(request_timeout=rounded)
        return self._patient[rounded]


class OpenSearchServer:
    """OpenSearch 3 through the client `opensearch-py`."""

    def __init__(self, hosts: Sequence[str], ca_certs: str = "") -> None:
        from opensearchpy import JSONSerializer, OpenSearch

        class Quick(JSONSerializer):
            def loads(self, s: str) -> Any:
                return orjson.loads(s)

        more: Json = {"ca_certs": ca_certs} if ca_certs else {}
        self._client = OpenSearch(list(hosts), max_retries=0, retry_on_timeout=False, serializer=Quick(), **more)

    def msearch(self, index: str, bodies: Sequence[Json], seconds: float) -> list[Json]:
        ask, body = self._client.transport.perform_request, _searches(bodies)
        params, headers = {"request_timeout": seconds}, {"content-type": LINES}
        path = f"/{index}/_msearch"
        return _sound(
            _asked(lambda: ask("POST", path, params=params, headers=headers, body=body)["responses"]), len(bodies)
        )

    def bulk(self, operations: Sequence[Json], seconds: float, *, refresh: bool) -> list[Json]:
        params = {"refresh": str(refresh).lower(), "require_alias": "true", "request_timeout": seconds}
        return _asked(lambda: list(self._client.bulk(body=_lines(operations), params=params)["items"]))

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


LINES = "application/x-ndjson"
PATIENT = 60.0  # seconds: nobody waits for the management of indices


def _asked(ask: Callable[[], Any]) -> Any:
    """What the call gives; whatever the client raises, or an answer without the part that is read, in our words."""
    try:
        return ask()
    except Exception as error:
        # Both libraries raise from several families of their own (transport, API, serialisation).
        if getattr(error, "status_code", None) == 404:
            raise IndexGone(str(error)) from error
        raise ServerFailed(f"{type(error).__name__}: {error}"[:500]) from error


def _lines(values: Iterable[Any]) -> bytes:
    return b"".join(line for value in values for line in (orjson.dumps(value), b"\n"))


def _searches(bodies: Iterable[Json]) -> bytes:
    return _lines(line for body in bodies for line in ({}, body))


def _sound(answers: Sequence[Json], expected: int) -> list[Json]:
    if len(answers) != expected:
        raise ServerFailed("that is no answer of a search server")
    for answer in answers:
        if "error" in answer:
            failure = IndexGone if answer.get("status") == 404 else ServerFailed
            raise failure(str(answer["error"])[:500])
        if answer.get("timed_out") or answer.get("_shards", {}).get("failed"):
            raise ServerFailed("only some shards answered")
    return list(answers)


def _unless_changed(after: Json | None) -> Json:
    return {"if_seq_no": after["_seq_no"], "if_primary_term": after["_primary_term"]} if after else {}


def _sizes(stats: Json) -> dict[str, int]:
    return {name: one["total"]["store"]["size_in_bytes"] for name, one in stats["indices"].items()}
