"""Whom the site may ask about its links: the two settings, in one object."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

from cms.links.networks import Network, networks


@dataclass(frozen=True, slots=True)
class Policy:
    """Hosts that may be asked («*» all, «*.ru» a domain and all below it) and networks allowed beside the internet."""

    hosts: tuple[str, ...] = ()
    inside: tuple[Network, ...] = ()

    @property
    def is_on(self) -> bool:
        """Whether links are asked about at all."""
        return bool(self.hosts)

    def allows(self, host: str) -> bool:
        """Whether this host (in lower case) may be asked."""
        return any(self._matches(pattern, host) for pattern in self.hosts)

    @staticmethod
    def _matches(pattern: str, host: str) -> bool:
        if pattern == "*":
            return True
        if pattern.startswith("*."):
            return host == pattern[2:] or host.endswith(pattern[1:])
        return host == pattern


def current_policy() -> Policy:
    """What the settings say now; hosts in Cyrillic are taken in the letters of DNS."""
    return Policy(
        tuple(_in_dns(host) for host in settings.DUET_CHECK_LINKS_TO if host.strip()),
        networks(settings.DUET_CHECK_LINKS_INSIDE),
    )


def _in_dns(host: str) -> str:
    written = host.strip().lower()
    stars, rest = ("*.", written[2:]) if written.startswith("*.") else ("", written)
    try:
        return stars + rest.encode("idna").decode()
    except UnicodeError:
        return written
