"""Which video sites may be embedded, and where the player of a video stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

#: Hosts whose players may stand in a frame of a public page; nothing is asked of them before a visitor clicks.
PLAYER_HOSTS = ("https://rutube.ru", "https://vk.com", "https://vkvideo.ru", "https://ok.ru")


@dataclass(frozen=True, slots=True)
class Player:
    """The name of the video site, and the address of the player."""

    site: str
    url: str


# Host, path of a video's page, name of the site, player.
_KNOWN = (
    ("rutube.ru", r"/video/(?P<id>[0-9a-f]{32})/?", "RuTube", "https://rutube.ru/play/embed/{id}/"),
    ("vk.com", r"/video(?P<owner>-?\d+)_(?P<id>\d+)", "VK Видео", "https://vk.com/video_ext.php?oid={owner}&id={id}"),
    (
        "vkvideo.ru",
        r"/video(?P<owner>-?\d+)_(?P<id>\d+)",
        "VK Видео",
        "https://vkvideo.ru/video_ext.php?oid={owner}&id={id}",
    ),
    ("ok.ru", r"/video/(?P<id>\d+)/?", "Одноклассники", "https://ok.ru/videoembed/{id}"),
)


def player_of(address: str) -> Player | None:
    """The player of the video at this address; None for every site that is not among the known ones."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    host = parts.netloc.lower().removeprefix("www.").removeprefix("m.")
    if parts.scheme not in {"http", "https"}:
        return None
    for known, path, site, player in _KNOWN:
        if host == known and (found := re.fullmatch(path, parts.path)):
            return Player(site, player.format(**found.groupdict()))
    return None
