"""What a visitor does beside filling in a form: takes their time, and opens the link in the letter."""

from __future__ import annotations

import re
from typing import Any

from django.core import signing
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from cms.mailing.models import OutgoingMail


def opened(seconds: int = 60) -> str:
    """The hidden field of a public form that was open for so long."""
    signer: Any = signing.TimestampSigner(salt="cms.contacts")
    signer.timestamp = lambda: signing.b62_encode(int(timezone.now().timestamp()) - seconds)
    return str(signer.sign("letter"))


def link_in(body: str) -> str:
    """The path of the link that confirms what was sent."""
    found = re.search(r"https?://[^/\s]+(/podtverzhdenie/\S+)", body)
    assert found is not None, body
    return found[1]


def confirm(client: Client, email: str = "") -> HttpResponse:
    """Take the latest letter that asks for it out of the outbox, and answer it."""
    letters = OutgoingMail.objects.filter(kind="cms.confirm", **({"recipient": email} if email else {}))
    letter = letters.latest("pk")
    link = link_in(letter.body)
    letter.delete()
    return client.post(link)
