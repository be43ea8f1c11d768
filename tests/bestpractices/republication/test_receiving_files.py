"""A message that comes as a file is believed only where it is whole, of the schema and unaltered."""

from __future__ import annotations

import hashlib
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from bestpractices.republication import messages
from bestpractices.republication.documents import Document, FileBlock, Section, TextBlock
from bestpractices.republication.documents.document import digest
from bestpractices.republication.enums import CopyMode, CopyState
from bestpractices.republication.envelopes import MOST, sealed
from bestpractices.republication.models import Republication
from tests.bestpractices.republication.documents import document, section

pytestmark = pytest.mark.django_db


@pytest.fixture
def copy(source: Any, take: Any) -> Republication:
    return take(source, CopyMode.FOLLOW)


@pytest.fixture
def said(copy: Republication) -> Document:
    """A new wording of the copy's source."""
    assert copy.document is not None
    return document(section("aim", "Новые слова"), source=copy.document.source)


def told(path: Path) -> str:
    out = StringIO()
    call_command("receive_message", str(path), stdout=out)
    return out.getvalue()


def message(said: Document, number: int = 100, **changes: Any) -> dict[str, Any]:
    """The message as the values of its file."""
    return {**json.loads(sealed(messages.update(said, number))), **changes}


def test_a_real_file_renews_the_copy_once(tmp_path: Path, copy: Republication, said: Document) -> None:
    path = tmp_path / "message.json"
    path.write_text(sealed(messages.update(said, 100)), encoding="utf-8")
    assert "1\N{NO-BREAK SPACE}копия" in told(path)
    copy.refresh_from_db()
    assert "Новые слова" in str(copy.content)
    assert "Ничего не изменилось" in told(path)


def test_a_withdrawal_travels_too(tmp_path: Path, copy: Republication) -> None:
    path = tmp_path / "message.json"
    path.write_text(sealed(messages.withdrawal(copy.source_id, 100)), encoding="utf-8")
    told(path)
    copy.refresh_from_db()
    assert copy.state == CopyState.WITHDRAWN


def altered(said: Document) -> bytes:
    value = message(said)
    value["content"]["title"] = "Подменено"
    return json.dumps(value).encode()


BAD = {
    "cut off": (lambda said: sealed(messages.update(said, 100)).encode()[:400], "оборван"),
    "empty": (lambda said: b"", "оборван"),
    "no text": (lambda said: b"\xff\xfe\x00PK", "не текстовый"),
    "a list": (lambda said: b"[1, 2]", "не сообщение"),
    "deep": (lambda said: b"[" * 100_000, "сложно"),
    "another schema": (lambda said: json.dumps({"page": 1}).encode(), "не по схеме"),
    "a field too many": (lambda said: json.dumps(message(said, price=5)).encode(), "такого поля в схеме нет"),
    "no number": (lambda said: json.dumps(message(said, sequence="много")).encode(), "sequence"),
    "a huge number": (lambda said: json.dumps(message(said, sequence=10**30)).encode(), "sequence"),
    "altered": (altered, "не сходится"),
    "another checksum": (lambda said: json.dumps(message(said, checksum="0" * 64)).encode(), "не сходится"),
    "an unseen sign": (lambda said: json.dumps(message(said, checksum="\0")).encode(), "нельзя хранить"),
    "50 MB": (lambda said: b" " * (MOST * 10), "больше 5 МБ"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_changes_nothing_and_says_why(
    tmp_path: Path, copy: Republication, said: Document, name: str
) -> None:
    make, words = BAD[name]
    path = tmp_path / "message.json"
    path.write_bytes(make(said))
    before = Republication.objects.values().get()
    with pytest.raises(CommandError, match=words):
        told(path)
    assert Republication.objects.values().get() == before


def test_scripts_do_not_come_in(tmp_path: Path, copy: Republication, said: Document) -> None:
    value = message(said)
    value["content"]["sections"][0]["blocks"][0]["html"] = "<p>Слова</p><script>alert(1)</script>"
    value["checksum"] = digest(value["content"])
    path = tmp_path / "message.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    told(path)
    copy.refresh_from_db()
    assert "Слова" in str(copy.content) and "script" not in str(copy.content)


def test_files_come_beside_the_message_and_are_known_by_their_content(tmp_path: Path, copy: Republication) -> None:
    assert copy.document is not None
    sheet = "Лист посещения".encode()
    block = FileBlock(title="Лист", name="list.txt", sha256=hashlib.sha256(sheet).hexdigest(), size=len(sheet))
    part = Section(key="materials", title="Материалы", blocks=(TextBlock(html="<p>Вот</p>"), block))
    path = tmp_path / "message.json"
    path.write_text(sealed(messages.update(document(part, source=copy.document.source), 100)), encoding="utf-8")
    with pytest.raises(CommandError, match="Лист"):
        told(path)
    beside = tmp_path / "files"
    beside.mkdir()
    (beside / "list.txt").write_bytes(sheet)
    (beside / "other.txt").write_bytes(b"not asked for")
    call_command("receive_message", str(path), files=beside, stdout=StringIO())
    assert [kept.sha256 for kept in copy.files.all()] == [block.sha256]


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(CommandError, match="не открывается"):
        told(Path("/nowhere/message.json"))
