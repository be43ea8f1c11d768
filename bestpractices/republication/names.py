"""Names of people in copies: they are hidden together with those of the page that was taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any

from django.core.cache import cache
from django.db import models
from django.db.models import Q
from django.dispatch import receiver
from django.utils.translation import gettext as _
from wagtail.models import Page

from bestpractices.republication.announcing import is_given
from bestpractices.republication.enums import CopyState
from bestpractices.republication.files import SHOWN_TYPES
from bestpractices.republication.kinds import document_of
from bestpractices.republication.models import KeptFile, PublishedSource, Republication, SourceUpdate
from cms.files.reading import words_of_file
from mentoring.mentions import texts
from mentoring.mentions.querysets import Key
from mentoring.mentions.searching import PORTION, more_texts
from mentoring.mentions.settling import texts_settled

#: Seconds for which the words of a content are known without reading it again.
REMEMBERED = 30 * 24 * 60 * 60


def register() -> None:
    """Tell the room of names what holds the words of a copy, and which page they come from."""
    texts.parts.append(_records)
    texts.owners[Republication] = lambda record: record.page_id
    texts.owners[SourceUpdate] = lambda update: update.republication.page_id
    texts.copies.append(copies_of)
    texts.origins.append(origins_of)
    more_texts.append(_words_in_files)


def _records(page: int) -> Iterator[models.Model]:
    for record in Republication.objects.filter(page_id=page):
        yield record
        yield from record.updates.exclude(content={})


def _words_in_files() -> Iterator[tuple[Key, str, str]]:
    """What stands in the files that copies hand out; each content is read once a month."""
    shown = Republication.objects.filter(state=CopyState.CURRENT).prefetch_related("files").order_by("pk")
    for copy in shown.iterator(chunk_size=PORTION):
        for file in copy.files.all():
            if file.content_type not in SHOWN_TYPES and (words := _words(file)):
                yield (texts.page_kind(), copy.page_id), _("слова в файле копии"), words


def _words(file: KeptFile) -> str:
    def read() -> str:
        with file.file.open("rb") as content:
            return words_of_file(content.read(), PurePath(file.file.name or "").suffix.removeprefix(".")).text

    try:
        return str(cache.get_or_set(f"words-of-a-kept-file-{file.sha256}", read, REMEMBERED))
    except OSError:  # a file that is gone hands out nothing
        return ""


def copies_of(page: int) -> Iterable[int]:
    """The pages that show this page's words, at first or at second hand."""
    key = Page.objects.filter(pk=page).values("translation_key")
    taken = Republication.objects.filter(Q(source_id__in=key) | Q(origin_id__in=key))
    return list(taken.values_list("page_id", flat=True))


def origins_of(page: int) -> Iterable[int]:
    """The pages whose words this page shows; none for a page that is no copy."""
    keys = {
        key for pair in Republication.objects.filter(page_id=page).values_list("source_id", "origin_id") for key in pair
    }
    return list(Page.objects.filter(translation_key__in=keys).values_list("pk", flat=True)) if keys else []


@receiver(texts_settled)
def no_new_version_of_it(key: Key, **kwargs: Any) -> None:
    """A hidden name is no new wording to decide about: the copies have hidden it in the same transaction."""
    if key[0] != texts.page_kind():
        return
    page = Page.objects.filter(pk=key[1]).first()
    source = PublishedSource.objects.filter(source_id=page.translation_key).first() if page else None
    if page is None or source is None or not source.sha256 or not is_given(page):
        return
    document = document_of(page)
    if document is not None and document.sha256 != source.sha256:
        Republication.objects.of_source(source.source_id).filter(seen_sha256=source.sha256).update(
            seen_sha256=document.sha256
        )
        PublishedSource.objects.filter(pk=source.pk).update(sha256=document.sha256)
