"""The archive: `manifest.json`, the database, and everything that was uploaded."""

from __future__ import annotations

import hashlib
import json
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.backup.databases import BackupFailed, dump, load

FORMAT = 1
MANIFEST, DATABASE, MEDIA = "manifest.json", "database", "media"


@dataclass(frozen=True)
class Manifest:
    """What an archive holds: the SHA-256 of each file by its name."""

    vendor: str
    made_at: str
    format: int = FORMAT
    files: dict[str, str] = field(default_factory=dict)


def back_up(target: Path) -> Manifest:
    """Write an archive; it appears under its name only when it is whole."""
    media = Path(settings.MEDIA_ROOT)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as folder:
        database = Path(folder) / DATABASE
        dump(database)
        sources = {DATABASE: database, **{f"{MEDIA}/{name}": media / name for name in _uploaded(media)}}
        manifest = Manifest(
            connection.vendor,
            timezone.now().isoformat(),
            files={name: _digest(source) for name, source in sources.items()},
        )
        described = Path(folder) / MANIFEST
        described.write_text(json.dumps(asdict(manifest), ensure_ascii=False, indent=1))
        whole = Path(folder) / "archive"
        with tarfile.open(whole, "w:gz", compresslevel=5) as archive:
            archive.add(described, MANIFEST)
            for name, source in sources.items():
                archive.add(source, name, recursive=False)
        whole.chmod(0o600)
        whole.replace(target)
    return manifest


def put_back(source: Path) -> Manifest:
    """Replace database and uploaded files by those of the archive, once every file of it is proved whole."""
    media = Path(settings.MEDIA_ROOT)
    media.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=media.parent, prefix=".restore-") as folder:
        manifest = _unpack(source, Path(folder))
        uploaded = Path(folder) / MEDIA
        uploaded.mkdir(exist_ok=True)
        load(Path(folder) / DATABASE)
        if media.exists():
            media.replace(Path(folder) / "former")
        shutil.move(uploaded, media)
    return manifest


def _uploaded(media: Path) -> Iterator[str]:
    for path in sorted(media.rglob("*")) if media.exists() else ():
        if path.is_file():
            yield path.relative_to(media).as_posix()


def _unpack(source: Path, folder: Path) -> Manifest:
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
    if manifest is None or manifest.format != FORMAT or DATABASE not in manifest.files:
        raise BackupFailed(_("Это не резервная копия этого сайта или копия другой версии."))
    if manifest.vendor != connection.vendor:
        words = {"from": manifest.vendor, "to": connection.vendor}
        raise BackupFailed(_("Копия сделана на %(from)s, а сайт работает на %(to)s.") % words)
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
