"""The secret part of a personal link: random, signed by this site, and kept as a fingerprint alone."""

from __future__ import annotations

import hashlib
import re
import secrets

from django.core.signing import BadSignature, Signer

_SIGNER = "cms.personal_links"
_BYTES = 32

#: What a token looks like in an address: secret and signature, each the base64 of 32 bytes.
PATTERN = re.compile(r"[A-Za-z0-9_-]{43}\.[A-Za-z0-9_-]{43}")


def new_token() -> str:
    """A token that nobody can guess; the site shows it once and keeps ``fingerprint`` of it."""
    return _signer().sign(secrets.token_urlsafe(_BYTES))


def fingerprint(token: str) -> str:
    """What the database keeps in place of a token: it finds the link, and no link can be made from it."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def is_ours(token: str) -> bool:
    """Whether this site signed the token; an altered one is known without asking the database."""
    try:
        _signer().unsign(token)
    except BadSignature:
        return False
    return True


def _signer() -> Signer:
    return Signer(salt=_SIGNER, sep=".")
