"""The same document is the same file: a ZIP whose entries carry no time of writing."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

#: The first moment that a ZIP can name.
EPOCH = (1980, 1, 1, 0, 0, 0)


def without_times(archive: bytes) -> bytes:
    """Write the archive anew with the same entries and no times."""
    output = BytesIO()
    with ZipFile(BytesIO(archive)) as source, ZipFile(output, "w", ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = ZipInfo(name, EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(name))
    return output.getvalue()
