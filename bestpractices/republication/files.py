"""Files that travel with a page: kept under the hash of their content, served only while a copy shows them."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import IO

from django.core.files.base import ContentFile
from django.db.models import QuerySet

from bestpractices.republication.documents import Document, PictureBlock
from bestpractices.republication.models import KeptFile
from bestpractices.republication.pictures import forget_scaled

#: Shown in the page; everything else is offered as a download.
SHOWN_TYPES = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif"})


def keep(file: IO[bytes], name: str) -> KeptFile:
    """The kept copy of this file; the same content is stored once."""
    content = file.read()
    sha256 = hashlib.sha256(content).hexdigest()
    kept = KeptFile.objects.filter(sha256=sha256).first()
    if kept is not None:
        return kept
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    kept = KeptFile(sha256=sha256, content_type=kind, size=len(content))
    kept.file.save(sha256 + PurePath(name).suffix.lower()[:10], ContentFile(content), save=False)
    kept.save()
    return kept


def files_of(document: Document) -> QuerySet[KeptFile]:
    """The kept files that a page needs."""
    return KeptFile.objects.filter(sha256__in={file.sha256 for file in document.files})


def keep_named(document: Document, paths: Iterable[Path]) -> None:
    """Keep those of the files that the page names by their content; the others are left alone."""
    named = {file.sha256 for file in document.files}
    for path in paths:
        with path.open("rb") as content:
            if hashlib.file_digest(content, "sha256").hexdigest() in named:
                content.seek(0)
                keep(content, path.name)


def missing_files(document: Document) -> list[str]:
    """The titles of the files that the page names and nobody has brought."""
    here = set(files_of(document).values_list("sha256", flat=True))
    absent = [file for file in document.files if file.sha256 not in here]
    return [file.alt if isinstance(file, PictureBlock) else file.title for file in absent]


def forget_unneeded() -> int:
    """Delete the files that no copy and no update needs; returns how many."""
    unneeded = list(KeptFile.objects.unneeded())
    for kept in unneeded:
        forget_scaled(kept)
        kept.file.delete(save=False)
        kept.delete()
    return len(unneeded)
