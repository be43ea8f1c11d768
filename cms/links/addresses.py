"""An address as a link has it, taken apart into what is asked of whom."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

PORTS = {"http": 80, "https": 443}
#: Ports below this one belong to other protocols than the web's.
FIRST_FREE_PORT = 1024
LONGEST = 2000


class NotAnAddressError(ValueError):
    """Nothing can be asked of this address; the message says why, to the editor."""


@dataclass(frozen=True, slots=True)
class Target:
    """Who is asked (``host`` in the letters of DNS) and for what (``path`` with its query, percent-encoded)."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def host_header(self) -> str:
        """The host as a request names it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def target_of(address: str) -> Target:
    """Take an address apart; raises ``NotAnAddressError`` for what a browser would not open as a site."""
    if len(address) > LONGEST:
        raise NotAnAddressError(_("Адрес длиннее 2000 знаков."))
    if any(letter.isspace() or ord(letter) < 32 for letter in address):
        raise NotAnAddressError(_("В адресе есть пробел или перенос строки."))
    try:
        parts = parse_url(address)
    except (LocationParseError, ValueError) as error:
        raise NotAnAddressError(_("Адрес написан с ошибкой.")) from error
    if parts.scheme not in PORTS:
        raise NotAnAddressError(_("Адрес сайта начинается с https:// или http://."))
    if not parts.host:
        raise NotAnAddressError(_("В адресе нет имени сайта."))
    if parts.auth:
        raise NotAnAddressError(_("В адресе стоят имя и пароль: уберите их."))
    port = parts.port or PORTS[parts.scheme]
    if port < FIRST_FREE_PORT and port not in PORTS.values():
        raise NotAnAddressError(_("У сайта не бывает такого порта."))
    host = parts.host.strip("[]").rstrip(".").lower()
    return Target(parts.scheme, host, port, parts.request_uri or "/")


def host_of(address: str) -> str:
    """The host of an address without «www.», as people read it; empty where there is none."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
