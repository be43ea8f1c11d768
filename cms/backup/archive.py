"""The archive: `manifest.json`, the database, and everything that was uploaded."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.backup.databases import dump, put_in
from cms.backup.errors import BackupFailed
from cms.backup.inspecting import inspect, refuse_another_version
from cms.version import VERSION

FORMAT = 2
READABLE = {1, 2}  # the first counted no rows
MANIFEST, DATABASE, MEDIA = "manifest.json", "database", "media"


@dataclass(frozen=True)
class Manifest:
    """What an archive holds: the SHA-256 of each file by its name, and the number of rows of each table."""

    vendor: str
    made_at: str
    format: int = FORMAT
    version: str = ""
    rows: dict[str, int] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)


def back_up(target: Path) -> Manifest:
    """Write an archive; it appears under its name only when it was read back and is whole.

    A file that grows meanwhile is packed as it was when it was opened: what is packed is what is digested.
    """
    media = Path(settings.MEDIA_ROOT)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as folder:
        database = Path(folder) / DATABASE
        rows = dump(database)
        manifest = Manifest(connection.vendor, timezone.now().isoformat(), version=VERSION, rows=rows)
        whole = Path(folder) / "archive"
        with tarfile.open(whole, "w:gz", compresslevel=5) as archive:
            manifest.files[DATABASE] = _pack(archive, database, DATABASE)
            for name in _uploaded(media):
                # The database names what belongs to the site; what was deleted meanwhile is in neither.
                with suppress(FileNotFoundError):
                    manifest.files[f"{MEDIA}/{name}"] = _pack(archive, media / name, f"{MEDIA}/{name}")
            _describe(archive, manifest)
        check(whole)
        whole.chmod(0o600)
        whole.replace(target)
    return manifest


def check(source: Path) -> Manifest:
    """Read an archive from end to end; raises ``BackupFailed`` unless every file and every row of it is there."""
    with tempfile.TemporaryDirectory(dir=source.parent, prefix=".check-") as folder:
        manifest = unpack(source, Path(folder))
        inspect(manifest.vendor, Path(folder) / DATABASE, manifest.rows)
    return manifest


def _pack(archive: tarfile.TarFile, source: Path, name: str) -> str:
    """Pack as many bytes as the file had when it was opened; returns the SHA-256 of exactly these."""
    with source.open("rb") as file:
        entry = archive.gettarinfo(arcname=name, fileobj=file)
        reader = _Digesting(file, entry.size)
        archive.addfile(entry, reader)
    return reader.digest.hexdigest()


def _describe(archive: tarfile.TarFile, manifest: Manifest) -> None:
    words = json.dumps(asdict(manifest), ensure_ascii=False, indent=1).encode()
    entry = tarfile.TarInfo(MANIFEST)
    entry.size, entry.mtime = len(words), int(timezone.now().timestamp())
    archive.addfile(entry, io.BytesIO(words))


class _Digesting:
    """Reads a file up to a length, and digests what was read."""

    def __init__(self, file: BinaryIO, length: int) -> None:
        self.digest = hashlib.sha256()
        self._file, self._left = file, length

    def read(self, size: int = -1) -> bytes:
        """The next bytes; a file that became shorter meanwhile makes the packer raise."""
        part = self._file.read(min(size, self._left) if size >= 0 else self._left)
        self._left -= len(part)
        self.digest.update(part)
        return part


def put_back(source: Path) -> Manifest:
    """Replace database and uploaded files by those of the archive, once every file and row of it is proved there.

    An archive of SQLite goes into PostgreSQL and the other way; where it comes from another version it is refused.
    """
    media = Path(settings.MEDIA_ROOT)
    media.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=media.parent, prefix=".restore-") as folder:
        manifest = unpack(source, Path(folder))
        uploaded, former = Path(folder) / MEDIA, Path(folder) / "former"
        uploaded.mkdir(exist_ok=True)
        copy = inspect(manifest.vendor, Path(folder) / DATABASE, manifest.rows)
        refuse_another_version(manifest.vendor, manifest.version, copy)
        if media.exists():
            media.replace(former)
        try:
            uploaded.replace(media)
            put_in(manifest.vendor, Path(folder) / DATABASE, copy)
        except BaseException:
            # Files and database belong together: neither is exchanged without the other.
            if media.exists():
                media.replace(uploaded)
            if former.exists():
                former.replace(media)
            raise
    return manifest


def _uploaded(media: Path) -> Iterator[str]:
    for path in sorted(media.rglob("*")) if media.exists() else ():
        if path.is_file():
            yield path.relative_to(media).as_posix()


def unpack(source: Path, folder: Path) -> Manifest:
    """Write the archive's files into the folder; refuses what the manifest does not name."""
    try:
        with tarfile.open(source, "r:gz") as archive:
            manifest = _read_manifest(archive)
            for name, digest in manifest.files.items():
                _extract(archive, name, folder, digest)
    except (OSError, tarfile.TarError, KeyError, TypeError, ValueError, EOFError) as error:
        raise BackupFailed(_("Файл не читается как резервная копия: %(why)s") % {"why": error}) from error
    return manifest


def _read_manifest(archive: tarfile.TarFile) -> Manifest:
    read = archive.extractfile(MANIFEST)
    manifest = Manifest(**json.load(read)) if read else None
    if manifest is None or manifest.format not in READABLE or DATABASE not in manifest.files:
        raise BackupFailed(_("Это не резервная копия этого сайта или копия более новой версии программы."))
    return manifest


def _extract(archive: tarfile.TarFile, name: str, folder: Path, digest: str) -> None:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or path.parts[0] not in {DATABASE, MEDIA}:
        raise BackupFailed(_("В копии файл с недопустимым именем: %(name)s") % {"name": name})
    read = archive.extractfile(name)
    if read is None:
        raise BackupFailed(_("В копии не хватает файла: %(name)s") % {"name": name})
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        shutil.copyfileobj(read, file)
    if _digest(target) != digest:
        raise BackupFailed(_("Файл в копии повреждён: %(name)s") % {"name": name})


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
