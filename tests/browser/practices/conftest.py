"""A server of its own whose mails arrive here, as they would in somebody's mailbox."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.servers import copy_region, environment, serving
from tests.smtp import MailServer, listening

#: Six people's pages are open at once, and the machine of CI is small.
expect.set_options(timeout=20_000)
#: Seconds in which a mail that was written down has left.
PATIENCE = 20

Letter = Callable[..., str]


@pytest.fixture(scope="session")
def mailbox() -> Iterator[MailServer]:
    """Everything that the server has sent."""
    with listening() as taken:
        yield taken


@pytest.fixture(scope="session")
def site(region_master: Path, tmp_path_factory: pytest.TempPathFactory, mailbox: MailServer) -> Iterator[str]:
    """The address of a server with a copy of the region that only these tests change."""
    var = copy_region(region_master, tmp_path_factory.mktemp("practices") / "var")
    with serving(var, environment(var, EMAIL_URL=f"smtp://127.0.0.1:{mailbox.port}")) as address:
        yield address


@pytest.fixture
def letter(mailbox: MailServer) -> Letter:
    """The words of the newest mail to an address about a subject, ``unlike`` those of one that was read before."""

    def find(to: str, about: str, unlike: str = "") -> str:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            for mail in reversed(mailbox.taken):
                words = str(mail.get_content())
                if to in str(mail["To"]) and about in str(mail["Subject"]) and words != unlike:
                    return words
            time.sleep(0.1)
        pytest.fail(f"no mail to {to} about «{about}»: {[str(mail['Subject']) for mail in mailbox.taken]}")

    return find


def link_in(words: str) -> str:
    """The path of the first link of a mail; its host is another one than the test's."""
    found = re.search(r"https?://[^/\s]+(/\S+)", words)
    assert found, words
    return found.group(1)
