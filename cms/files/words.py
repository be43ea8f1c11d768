"""The words of a file, read by a process of its own: ``python words.py docx < file`` prints JSON and ends.

Whoever uploads a file decides what is in it, so it is read where it can harm nobody: memory and processor time of the
process are bounded (``reading.py``), what it unpacks and how much it says too. Nothing of Django is imported here.
"""

from __future__ import annotations

import io
import json
import re
import resource
import sys
import zipfile
from collections.abc import Callable, Iterator
from xml.sax.handler import ContentHandler

#: Letters that are kept, bytes that an archive may unpack to, sheets of a PDF, bytes of memory, seconds of processor.
MOST_LETTERS = 1_000_000
MOST_UNPACKED = 80 * 2**20
MOST_SHEETS = 1_000
MOST_MEMORY = 1_500 * 2**20
MOST_SECONDS = 30

#: Fewer letters than these on a sheet are a stamp or a number, not its text.
FEWEST_LETTERS = 10

OPEN_XML = ("docx", "xlsx", "pptx", "docm", "xlsm", "odt", "ods", "odp")
PLAIN = ("txt", "csv", "md", "html", "htm", "xml", "json")
PICTURES = ("jpg", "jpeg", "png", "gif", "webp", "tif", "tiff", "bmp")

#: Ends of these begin a new line; numbers and formulas of sheets name nobody.
_LINES = frozenset({"p", "h", "si", "is", "comment", "table-cell"})
_SPACES = frozenset({"tab", "br", "cr", "s", "line-break"})
_SKIPPED = frozenset({"v", "f"})
_OLE = b"\xd0\xcf\x11\xe0"


class Closed(Exception):
    """A password is needed."""


class Scan(Exception):
    """There is no word on any sheet."""


class Part(Exception):
    """Not everything was read."""


def words_of(content: bytes, extension: str) -> tuple[str, str]:
    """The state (a value of ``ReadState``) and the text."""
    read = _reader(extension)
    if read is None:
        return ("picture" if extension in PICTURES else "unknown"), ""
    pieces: list[str] = []
    letters = 0
    state = "read"
    try:
        for piece in read(content):
            pieces.append(piece[: MOST_LETTERS - letters])
            letters += len(piece)
            if letters >= MOST_LETTERS:
                state = "part"
                break
    except Closed:
        return "closed", ""
    except Scan:
        state = "picture"
    except Part:
        state = "part"
    except Exception:  # a stranger's file breaks its reader in any way
        state = "part" if letters else "broken"
    return state, "\n".join(pieces)


def _reader(extension: str) -> Callable[[bytes], Iterator[str]] | None:
    if extension == "pdf":
        return _pdf
    if extension in OPEN_XML:
        return _open_xml
    if extension == "rtf":
        return _rtf
    return _plain if extension in PLAIN else None


def _pdf(content: bytes) -> Iterator[str]:
    from pypdf import PdfReader

    document = PdfReader(io.BytesIO(content))
    if document.is_encrypted and not document.decrypt(""):
        raise Closed
    yield "\n".join(str(value) for value in (document.metadata or {}).values() if isinstance(value, str))
    sheets = document.pages[:MOST_SHEETS]
    unread = 0
    for page in sheets:
        text = page.extract_text()
        # A sheet with a picture and without words is a photograph of paper; an empty sheet is nothing.
        unread += len(text.strip()) < FEWEST_LETTERS and "/XObject" in (page.get("/Resources") or {})
        yield text
    if unread and unread == len(sheets):
        raise Scan
    if unread or len(document.pages) > MOST_SHEETS:
        raise Part


def _open_xml(content: bytes) -> Iterator[str]:
    if content.startswith(_OLE):  # Office writes a file with a password so
        raise Closed
    left = MOST_UNPACKED
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for entry in archive.infolist():
            if not entry.filename.endswith((".xml", ".rels")) or entry.filename.startswith("xl/theme"):
                continue
            if entry.flag_bits & 1:
                raise Closed
            with archive.open(entry) as part:
                data = part.read(left + 1)
            left -= len(data)
            if left < 0:
                raise Part
            if entry.filename == "META-INF/manifest.xml" and b"encryption-data" in data:
                raise Closed
            yield from _lines(data, is_core=entry.filename in {"docProps/core.xml", "docProps/app.xml", "meta.xml"})


class _Lines(ContentHandler):
    """Gathers the paragraphs of one part; a name that is set in several runs is one name, a box stands for itself."""

    def __init__(self, *, is_core: bool) -> None:
        super().__init__()
        self.is_core = is_core
        self.lines: list[str] = []
        self._open: list[list[str]] = [[]]
        self._skips = 0

    def startElement(self, name: str, attrs: object) -> None:
        tag = name.rsplit(":", 1)[-1]
        self._skips += tag in _SKIPPED
        if tag in _LINES:
            self._open.append([])

    def characters(self, content: str) -> None:
        if not self._skips:
            self._open[-1].append(content)

    def endElement(self, name: str) -> None:
        tag = name.rsplit(":", 1)[-1]
        self._skips -= tag in _SKIPPED
        if tag in _SPACES:
            self._open[-1].append(" ")
        if tag in _LINES:
            self._tell(self._open.pop())
        elif self.is_core:
            self._tell(self._open.pop())
            self._open.append([])

    def endDocument(self) -> None:
        self._tell(self._open.pop())

    def _tell(self, pieces: list[str]) -> None:
        if line := "".join(pieces).strip():
            self.lines.append(line)


def _lines(data: bytes, *, is_core: bool) -> list[str]:
    from defusedxml.sax import parseString

    gathering = _Lines(is_core=is_core)
    parseString(data, gathering, forbid_dtd=True)
    return gathering.lines


def _rtf(content: bytes) -> Iterator[str]:
    text = content.decode("latin-1")
    text = re.sub(r"\\u(-?\d+) ?\??(?:\\'[0-9a-f]{2})?", lambda found: chr(int(found[1]) % 65536), text)
    text = re.sub(r"\\'([0-9a-fA-F]{2})", lambda found: bytes([int(found[1], 16)]).decode("cp1251", "replace"), text)
    text = re.sub(r"\\(?:par|line|tab|cell|row)\b ?", "\n", text)
    yield re.sub(r"\\[a-z]+-?\d* ?|[{}]", "", text)


def _plain(content: bytes) -> Iterator[str]:
    encodings = ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1251")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        yield text
        return
    raise ValueError("no known encoding")


def main() -> None:
    """Read standard input as a file of the kind that the first argument names."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # it writes to its output and to no file
    state, text = words_of(sys.stdin.buffer.read(), sys.argv[1])
    json.dump({"state": state, "text": text}, sys.stdout)


if __name__ == "__main__":
    main()
