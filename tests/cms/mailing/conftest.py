from collections.abc import Iterator

import pytest

from tests.smtp import MailServer, mail_server


@pytest.fixture
def post_office() -> Iterator[MailServer]:
    """A real mail server on this machine."""
    with mail_server() as server:
        yield server
