"""The words of an uploaded file, within bounds of size, memory and time: a process of its own reads it."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

logger = logging.getLogger(__name__)

#: Bytes of a file that are read at all, and seconds after which its reader is stopped.
MOST_BYTES = 50 * 2**20
MOST_SECONDS = 60
#: The reader learns no secret of the site: its environment is empty.
_BARE = {"LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"}
_SCRIPT = Path(__file__).with_name("words.py")


@dataclass(frozen=True, slots=True)
class Words:
    """What a file says, and whether it was read: read, part, picture, closed, unknown, broken."""

    state: str
    text: str = ""


def words_of_file(content: bytes, extension: str) -> Words:
    """The words of a file of this kind («docx»); nothing that stands in it can stop or fill the calling process."""
    if len(content) > MOST_BYTES:
        return Words("part")
    command = [sys.executable, "-I", str(_SCRIPT), extension.lower()]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=MOST_SECONDS, check=True, env=_BARE)
        told = json.loads(done.stdout)
    except (subprocess.SubprocessError, OSError, ValueError):
        logger.warning("a file of kind %s cannot be read", extension[:10])
        return Words("broken")
    return Words(str(told["state"]), str(told["text"]).replace("\0", " "))
