"""The words of uploaded documents among the texts that are read for names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.documents import get_document_model

from cms.accounts.territory import User
from cms.branches.models import Branch
from cms.files.holders import shown_to_all
from cms.files.reading import words_of_file
from cms.files.rights import files_kept_by
from cms.work.tasks import background
from mentoring.mentions.enums import ReadState
from mentoring.mentions.models import FileText, NameWatch
from mentoring.mentions.querysets import Key

#: Documents that are looked at together.
PORTION = 100
#: Unread documents that are told of at once.
MOST_UNREAD = 300


@receiver(post_save, sender=get_document_model())
def read_what_was_uploaded(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Read a new file in the worker, so that a withdrawal finds its words read."""
    if not raw and not FileText.objects.filter(document=instance, file_hash=instance.file_hash).exists():
        read_document.enqueue(instance.pk)


@background(label=gettext_lazy("Чтение загруженного файла"))
def read_document(number: int) -> None:
    """Read a document's words and keep them; one that is gone meanwhile has none."""
    document = get_document_model().objects.filter(pk=number).first()
    if document is not None:
        text_of(document)


def text_of(document: Any, known: FileText | None = None) -> FileText:
    """The words of a document, read once for each content of its file; ``known`` is what stands in the database."""
    known = known or FileText.objects.filter(document=document).first()
    # A document that was made without its hash is read by what it has.
    if known is not None and document.file_hash and known.file_hash == document.file_hash:
        return known
    found, _created = FileText.objects.update_or_create(document=document, defaults=_read(document))
    return found


def _read(document: Any) -> dict[str, str]:
    """What is kept of the file; one that lies nowhere is broken, and stops nobody from reading the others."""
    try:
        with document.open_file() as file:
            content = file.read()
        file_hash = document.get_file_hash()
    except OSError:
        return {"file_hash": document.file_hash, "state": ReadState.BROKEN, "text": ""}
    words = words_of_file(content, document.file_extension)
    return {"file_hash": file_hash, "state": words.state, "text": words.text}


def texts_of_files() -> Iterator[tuple[Key, str, str]]:
    """The words of every document; what was not read yet is read now."""
    kind = ContentType.objects.get_for_model(get_document_model()).pk
    documents = iter(get_document_model().objects.order_by("pk").iterator(chunk_size=PORTION))
    while portion := list(islice(documents, PORTION)):
        known = {text.document_id: text for text in FileText.objects.filter(document__in=[it.pk for it in portion])}
        for document in portion:
            if text := text_of(document, known.get(document.pk)).text:
                yield (kind, document.pk), _("слова в файле"), text


def unread_files(near: User | None = None) -> list[Any]:
    """The documents of visitors that are not read whole, of one user or of all; ``why`` says so."""
    texts = FileText.objects.unread().select_related("document__collection").order_by("document__title", "pk")
    if near is not None:
        texts = texts.filter(document__in=files_kept_by(near, get_document_model()))
    found = []
    for text in texts[:MOST_UNREAD]:
        if shown_to_all(text.document):
            text.document.why = text.get_state_display()
            found.append(text.document)
    return found


def may_replace_some(user: User) -> bool:
    """Whether any unread file is the user's, shown or not; asked on every page of the admin."""
    return FileText.objects.unread().filter(document__in=files_kept_by(user, get_document_model())).exists()


def unread_for(user: User) -> list[Any]:
    """Those that the user may replace; none while nobody's name is looked for."""
    return unread_files(user) if NameWatch.objects.exists() else []


def place_of(document: Any) -> int | None:
    """The municipality (number) in whose collection a document lies; None for what is the region's."""
    above = [document.collection.path[:end] for end in range(4, len(document.collection.path) + 1, 4)]
    branch = Branch.objects.filter(collection__path__in=above).order_by("-collection__depth").first()
    return branch.municipality_id if branch is not None else None
