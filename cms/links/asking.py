"""Asks a site whether a page is there: reads the head of its answer, follows nothing, and is done in five seconds."""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import threading
import time
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from urllib.parse import urljoin

from django.conf import settings
from django.utils.translation import gettext as _

from cms.links.addresses import Target
from cms.links.networks import may_be_asked
from cms.links.policy import Policy

#: Seconds for everything together: name, connection, encryption, answer.
SECONDS = 5.0
#: Bytes of an answer's head; its body is never read, so no page of whatever size is loaded.
LONGEST_HEAD = 64 * 1024
_END = b"\r\n\r\n"


class NoAnswerError(Exception):
    """The site did not answer, or not in time, or in no language of the web; the message is for the log."""


class UntrustedError(Exception):
    """The site answers, but its certificate is signed by somebody unknown here; browsers of others may know them."""


class RefusedToAskError(Exception):
    """The site lies where nobody may ask: the message is for the editor."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The number of an answer and the address that it sends to, if any."""

    status: int
    location: str = ""


class _Clock:
    """What is left of the time."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds left; raises ``NoAnswerError`` at the end."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise NoAnswerError("time is over")
        return left


def ask(target: Target, policy: Policy, seconds: float = SECONDS, request: bytes = b"") -> Answer:
    """Ask for the head of a page, or send this ``request``; only the head of the answer is read.

    Raises ``NoAnswerError``, ``UntrustedError``, or ``RefusedToAskError`` before anything is sent.
    """
    if not policy.allows(target.host):
        raise RefusedToAskError(_("сайта нет в списке тех, которые проверяются"))
    clock = _Clock(seconds)
    numbers = _resolve(target, clock)
    # All of them: a name that also leads inside is not asked at its public address either.
    if not all(may_be_asked(number, policy.inside) for number in numbers):
        raise RefusedToAskError(_("сайт стоит в закрытой сети"))
    try:
        with _connect(numbers, target, clock) as plain, _encrypt(plain, target, clock) as line:
            line.settimeout(clock.left())
            line.sendall(request or _request(target))
            return _read_answer(line, target, clock)
    except ssl.SSLCertVerificationError as error:
        raise UntrustedError(str(error)) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise NoAnswerError(str(error)) from error


def _resolve(target: Target, clock: _Clock) -> list[str]:
    """The numeric addresses of the host. The system's resolver knows no limit of time, so a thread waits for it."""
    found: SimpleQueue[list[str] | Exception] = SimpleQueue()

    def look() -> None:
        try:
            rows = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
            found.put(list(dict.fromkeys(str(row[4][0]) for row in rows)))
        except (OSError, UnicodeError) as error:
            found.put(error)

    threading.Thread(target=look, daemon=True).start()
    try:
        result = found.get(timeout=clock.left())
    except Empty:
        raise NoAnswerError("the name is not found in time") from None
    if isinstance(result, Exception) or not result:
        raise NoAnswerError("the name is unknown")
    return result


def _connect(numbers: list[str], target: Target, clock: _Clock) -> socket.socket:
    """Connect to the very address that was looked at: the name is not resolved a second time."""
    failure: OSError = OSError("no address")
    for number in numbers:
        try:
            return socket.create_connection((number, target.port), timeout=clock.left())
        except OSError as error:
            failure = error
    raise failure


def _encrypt(line: socket.socket, target: Target, clock: _Clock) -> socket.socket:
    if target.scheme == "http":
        return line
    line.settimeout(clock.left())
    return ssl.create_default_context().wrap_socket(line, server_hostname=target.host)


def _request(target: Target) -> bytes:
    lines = (
        f"GET {target.path} HTTP/1.1",
        f"Host: {target.host_header}",
        f"User-Agent: Mozilla/5.0 (compatible; Duet link check; +{settings.WAGTAILADMIN_BASE_URL})",
        "Accept: */*",
        "Connection: close",
        "",
        "",
    )
    return "\r\n".join(lines).encode("ascii")


def _read_answer(line: socket.socket, target: Target, clock: _Clock) -> Answer:
    data = b""
    while True:
        while _END not in data:
            if len(data) > LONGEST_HEAD:
                raise NoAnswerError("the head of the answer is too long")
            line.settimeout(clock.left())
            more = line.recv(8192)
            if not more:
                raise NoAnswerError("the answer is cut short")
            data += more
        head, data = data.split(_END, 1)
        answer = _read_head(head + _END, target)
        if answer.status >= 200:  # before it a server may say that it is thinking
            return answer


def _read_head(head: bytes, target: Target) -> Answer:
    first, _line_end, rest = head.partition(b"\r\n")
    version, _space, words = first.decode("latin-1").partition(" ")
    number = words[:3]
    if not version.startswith("HTTP/1.") or not (number.isascii() and number.isdigit() and len(number) == 3):
        raise NoAnswerError("not an answer of the web")
    location = http.client.parse_headers(io.BytesIO(rest)).get("Location", "")
    # Servers write Cyrillic there in UTF-8, the library reads single bytes.
    location = location.encode("latin-1", "replace").decode("utf-8", "replace").strip()
    here = f"{target.scheme}://{target.host_header}{target.path}"
    return Answer(int(number), urljoin(here, location) if location else "")
