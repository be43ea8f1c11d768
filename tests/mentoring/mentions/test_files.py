"""A name inside of an uploaded file is found like one in prose; a file without words is told to the editors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from wagtail.documents import get_document_model

from cms.acts.parts import ActAttachment
from cms.files.reading import words_of_file
from cms.work.worker import Worker
from mentoring.consents.actions import WithdrawConsent
from mentoring.consents.enums import Purpose
from mentoring.consents.models import MentorConsent
from mentoring.mentions.file_texts import text_of
from mentoring.mentions.jobs import follow_names
from mentoring.mentions.models import FileText, PersonMention
from tests import factories
from tests.factories import files
from tests.factories.acts import make_act

pytestmark = pytest.mark.django_db

WORDS = "Лосева Вера Аркадьевна провела урок"
FILES: dict[str, Callable[[], bytes]] = {
    "list.docx": lambda: files.docx_with(WORDS),
    "list.xlsx": lambda: files.xlsx_with(WORDS),
    "list.odt": lambda: files.odt_with(WORDS),
    "list.pdf": lambda: files.pdf_with(WORDS),
    "author.pdf": lambda: files.pdf_of_author(WORDS),
    "utf8.txt": lambda: WORDS.encode(),
    "ansi.csv": lambda: f"№;{WORDS}".encode("cp1251"),
}
#: Name of a file → its content and how it is told of.
UNREAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "scan.pdf": (files.scan, "picture"),
    "photo.jpg": (lambda: b"\xff\xd8\xff", "picture"),
    "broken.docx": (lambda: b"PK\x03\x04", "broken"),
    "broken.pdf": (lambda: b"%PDF-1.7 nothing", "broken"),
    "secret.docx": (lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 512, "closed"),
    "old.doc": (lambda: b"\xd0\xcf\x11\xe0", "unknown"),
    "bomb.docx": (files.bomb, "part"),
}


@pytest.fixture
def mentor(municipality: Any, settings: Any, tmp_path: Any) -> Any:
    settings.MEDIA_ROOT = tmp_path
    factories.open_branch(municipality)
    who = {"last_name": "Лосева", "first_name": "Вера", "patronymic": "Аркадьевна"}
    return factories.MentorFactory(public=True, municipality=municipality, **who)


def withdraw(mentor: Any) -> None:
    consent = MentorConsent.objects.get(mentor=mentor, purpose=Purpose.PUBLICATION)
    WithdrawConsent(consent, None, timezone.localdate()).execute()
    Worker().work_off()


def shown(document: Any) -> Any:
    page = make_act()
    ActAttachment.objects.create(act=page, title="Приложение", document=document)
    return page


@pytest.mark.parametrize("name", FILES)
def test_a_name_in_a_file_is_told_to_those_who_keep_it(
    name: str, municipality: Any, mentor: Any, editor: Any, other_coordinator: Any, signed_in: Any
) -> None:
    document = files.document_of(municipality, name, FILES[name]())
    shown(document)
    Worker().work_off()
    assert FileText.objects.get(document=document).text
    withdraw(mentor)
    (mention,) = PersonMention.objects.waiting()
    assert (mention.thing_id, mention.places) == (document.pk, "слова в файле")
    assert mention.municipality == municipality
    assert "«Протокол»: слова в файле" in mail.outbox[-1].body
    assert "слова в файле" in signed_in(editor).get(reverse("names_standing")).content.decode()
    assert "Протокол" not in signed_in(other_coordinator).get(reverse("names_standing")).content.decode()


def test_a_file_that_nobody_gets_is_nobodys_business(municipality: Any, mentor: Any) -> None:
    files.document_of(municipality, "list.txt", WORDS.encode())
    withdraw(mentor)
    assert not PersonMention.objects.exists()


def test_a_file_that_was_replaced_leaves_the_list(municipality: Any, mentor: Any) -> None:
    document = files.document_of(municipality, "list.txt", WORDS.encode())
    shown(document)
    withdraw(mentor)
    assert PersonMention.objects.waiting().exists()
    other = files.document_of(municipality, "list.txt", "Без имён".encode())
    get_document_model().objects.filter(pk=document.pk).update(file=other.file.name, file_hash="another")
    follow_names()
    assert not PersonMention.objects.exists()


@pytest.mark.parametrize("name", UNREAD)
def test_what_cannot_be_read_is_told(
    name: str, municipality: Any, mentor: Any, editor: Any, other_coordinator: Any, signed_in: Any
) -> None:
    content, state = UNREAD[name]
    document = files.document_of(municipality, name, content(), title="Снимок приказа")
    shown(document)
    withdraw(mentor)
    assert text_of(document).state == state
    assert "Снимок приказа" in mail.outbox[-1].body
    page = signed_in(editor).get(reverse("names_standing")).content.decode()
    assert "Снимок приказа" in page
    assert "Снимок приказа" not in signed_in(other_coordinator).get(reverse("names_standing")).content.decode()


def test_a_reader_that_does_not_end_is_stopped(monkeypatch: Any) -> None:
    monkeypatch.setattr("cms.files.reading.MOST_SECONDS", 0.01)
    assert words_of_file(files.pdf_with(WORDS), "pdf").state == "broken"


def test_a_file_is_read_once(municipality: Any, mentor: Any, monkeypatch: Any) -> None:
    shown(files.document_of(municipality, "list.txt", WORDS.encode()))
    withdraw(mentor)
    monkeypatch.setattr("mentoring.mentions.file_texts.words_of_file", None)
    follow_names()
    assert PersonMention.objects.waiting().count() == 1
