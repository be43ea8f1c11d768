"""One style sheet a page: a sheet that imports others is collected as one file, no tool but `collectstatic` needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

#: Where a name of a static file was found: a storage and the path in it.
Sources = dict[str, tuple[Storage, str]]

_IMPORT = re.compile(r'^@import "(?P<name>[\w-]+\.css)"(?: (?P<media>[\w-]+))?;\n?', re.MULTILINE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s*\n\s*")


class OneSheetStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Names by content, packed copies, and every `@import "sibling.css"` replaced with what it names.

    Without this storage (the demo, tests) a browser follows the imports itself and sees the same page. Only sheets of
    the same folder are taken in, so that addresses inside them stay right.
    """

    def post_process(self, paths: Sources, dry_run: bool = False, **options: Any) -> Iterator[Any]:
        if not dry_run:
            paths = {**paths, **self._whole(paths)}
        yield from super().post_process(paths, dry_run, **options)

    def _whole(self, paths: Sources) -> Sources:
        """The sheets with imports, written whole over their collected copies; read from the sources each time."""
        whole: Sources = {}
        for name in paths:
            if name.endswith(".css") and _IMPORT.search(text := _read(paths, name)):
                self.delete(name)
                self._save(name, ContentFile(_packed(_inlined(text, name, paths)).encode()))
                whole[name] = (self, name)
        return whole


def _inlined(text: str, name: str, paths: Sources) -> str:
    folder = PurePosixPath(name).parent

    def sheet(found: re.Match[str]) -> str:
        imported = str(folder / found["name"])
        content = _inlined(_read(paths, imported), imported, paths)
        return f"@media {found['media']} {{\n{content}}}\n" if found["media"] else content

    return _IMPORT.sub(sheet, text)


def _read(paths: Sources, name: str) -> str:
    storage, path = paths[name]
    with storage.open(path) as file:
        return bytes(file.read()).decode()


def _packed(text: str) -> str:
    """The sheet without comments, a line a rule: only what nobody's browser reads is left out."""
    return _SPACE.sub("\n", _COMMENT.sub("", text)).lstrip()
