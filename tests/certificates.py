"""A certificate authority of a test's own, and a server's certificate for `localhost` signed by it."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.servers import require


@dataclass(frozen=True)
class Certificates:
    """The files: the authority that clients trust, the server's certificate and key."""

    authority: Path
    certificate: Path
    key: Path


def certificates(folder: Path) -> Certificates:
    """Make them in the folder."""
    require(shutil.which("openssl") is not None, "no openssl: the Debian package of this name")
    folder.mkdir(parents=True, exist_ok=True)
    made = Certificates(folder / "ca.crt", folder / "server.crt", folder / "server.key")
    authority_key, names = folder / "ca.key", folder / "names.ext"
    names.write_text("subjectAltName=DNS:localhost,IP:127.0.0.1\n")
    new = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    _openssl("req", "-x509", *new, "-keyout", authority_key, "-out", made.authority, "-subj", "/CN=Test", "-days", "2")
    _openssl("req", *new, "-keyout", made.key, "-out", folder / "server.csr", "-subj", "/CN=localhost")
    signed = ["-CA", made.authority, "-CAkey", authority_key, "-CAcreateserial", "-extfile", names, "-days", "2"]
    _openssl("x509", "-req", "-in", folder / "server.csr", *signed, "-out", made.certificate)
    made.key.chmod(0o600)
    return made


def _openssl(*arguments: object) -> None:
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True, timeout=60)
