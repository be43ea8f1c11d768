"""A mail server for tests: it takes mails, or answers as it is told to."""

from __future__ import annotations

import email
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import default

from django.test import override_settings

OK = b"250 ok"


@dataclass
class MailServer:
    """What was taken, and what is answered to a recipient and to a mail."""

    port: int = 0
    taken: list[EmailMessage] = field(default_factory=list)
    answer_to_recipient: bytes = OK
    answer_to_mail: bytes = OK


class _Conversation(socketserver.StreamRequestHandler):
    """One connection: enough of SMTP for smtplib."""

    server: _Listener

    def handle(self) -> None:
        self._say(b"220 test")
        while line := self.rfile.readline():
            verb = line[:4].upper()
            if verb == b"QUIT":
                self._say(b"221 bye")
                return
            if verb == b"DATA":
                self._take()
            elif verb == b"RCPT":
                self._say(self.server.mail.answer_to_recipient)
            else:
                self._say(OK)

    def _take(self) -> None:
        self._say(b"354 go on")
        lines = []
        while (line := self.rfile.readline()) and line != b".\r\n":
            lines.append(line)
        if self.server.mail.answer_to_mail == OK:
            self.server.mail.taken.append(email.message_from_bytes(b"".join(lines), policy=default))
        self._say(self.server.mail.answer_to_mail)

    def _say(self, answer: bytes) -> None:
        self.wfile.write(answer + b"\r\n")


class _Listener(socketserver.ThreadingTCPServer):
    daemon_threads = True
    mail: MailServer


@contextmanager
def listening() -> Iterator[MailServer]:
    """A listening mail server, for another process to be pointed to."""
    with _Listener(("127.0.0.1", 0), _Conversation) as listener:
        listener.mail = MailServer(port=listener.server_address[1])
        threading.Thread(target=listener.serve_forever, daemon=True).start()
        yield listener.mail
        listener.shutdown()


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """A listening mail server that the settings of this process point to."""
    with (
        listening() as mail,
        override_settings(
            EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend",
            EMAIL_HOST="127.0.0.1",
            EMAIL_PORT=mail.port,
            EMAIL_TIMEOUT=2,
            EMAIL_HOST_USER="",
            EMAIL_USE_TLS=False,
        ),
    ):
        yield mail
