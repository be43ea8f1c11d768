"""Which machines on the internet the site may ask: none of its own network, of its host, or of its cloud."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

#: Not private by the standard library of every supported Python, yet never a site that one may link to.
_NEVER = (
    ip_network("168.63.129.16/32"),  # the metadata of a cloud at a public address
    ip_network("192.0.0.0/24"),  # protocol assignments, the metadata of another cloud among them
    ip_network("192.88.99.0/24"),  # relays from IPv6
    ip_network("100.64.0.0/10"),  # shared by customers of a provider
)
#: The only part of IPv6 that is handed out to sites; mapped, translated and site-local addresses lie outside.
_GLOBAL_IPV6 = ip_network("2000::/3")
#: Parts of it that wrap an address of IPv4.
_TUNNELS = (ip_network("2001::/32"), ip_network("2002::/16"))


def networks(written: Iterable[str]) -> tuple[Network, ...]:
    """The networks of a setting («10.20.0.0/16»); raises ``ValueError`` for what is none."""
    return tuple(ip_network(one.strip()) for one in written if one.strip())


def may_be_asked(address: str, allowed: Iterable[Network] = ()) -> bool:
    """Whether a numeric address is a public one, or lies in a network that the setting allows."""
    try:
        asked = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    plain = asked.ipv4_mapped or asked if isinstance(asked, IPv6Address) else asked
    if any(plain in network for network in allowed if network.version == plain.version):
        return True
    # A mapped address is refused even if the address inside is public: no resolver gives one for a real site.
    return plain is asked and _is_public(asked)


def _is_public(asked: Address) -> bool:
    if not asked.is_global or asked.is_multicast or asked.is_reserved or asked.is_unspecified:
        return False
    if isinstance(asked, IPv6Address):
        return asked in _GLOBAL_IPV6 and not any(asked in tunnel for tunnel in _TUNNELS)
    return not any(asked in network for network in _NEVER)
