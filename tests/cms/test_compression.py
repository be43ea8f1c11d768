"""Pages leave packed for browsers that can unpack them, files as they are."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.test import Client, RequestFactory

from cms.compression import CompressTextMiddleware

PACKED = {"HTTP_ACCEPT_ENCODING": "gzip, deflate, br"}


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/nastavniki/", "/admin/login/", "/api/"])
def test_a_page_is_packed_and_says_the_same(client: Client, path: str) -> None:
    plain = client.get(path)
    packed = client.get(path, **PACKED)
    assert "Content-Encoding" not in plain
    assert packed["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed["Vary"]
    assert len(packed.content) < len(plain.content) / 2
    assert gzip.decompress(packed.content)[:200] == plain.content[:200]


def _passed(response: HttpResponseBase) -> HttpResponseBase:
    request = RequestFactory().get("/", **PACKED)
    return CompressTextMiddleware(lambda _: response)(request)


def test_the_length_of_a_page_does_not_tell_what_stands_in_it() -> None:
    lengths = {len(_passed(HttpResponse("слово " * 200)).content) for _ in range(20)}
    assert len(lengths) > 1


@pytest.mark.parametrize("kind", ["image/png", "application/pdf", "application/zip"])
def test_what_is_packed_already_stays_as_it_is(kind: str) -> None:
    response = _passed(HttpResponse(b"0" * 5000, content_type=kind))
    assert "Content-Encoding" not in response
    assert len(response.content) == 5000


def test_a_file_is_sent_as_it_lies(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes(b"0" * 5000)
    response = _passed(FileResponse((tmp_path / "list.csv").open("rb")))
    assert "Content-Encoding" not in response
    assert response["Content-Length"] == "5000"
