"""What a visitor chose to see: colours, size of text, pictures; kept in one small cookie."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

COOKIE = "appearance"
COOKIE_AGE = 365 * 24 * 60 * 60  # seconds

#: ``auto`` follows the device; the last two are the «версия для слабовидящих».
SCHEMES = ("auto", "light", "dark", "hc-light", "hc-dark")
SIZES = (1, 2, 3)
PICTURES = {"on": True, "off": False}


@dataclass(frozen=True)
class Appearance:
    """One visitor's choice; ``size`` is 1 (100 %), 2 (125 %) or 3 (150 %)."""

    scheme: str = "auto"
    size: int = 1
    pictures: bool = True

    @classmethod
    def from_cookie(cls, value: str) -> Appearance:
        """Read «scheme.size.pictures»; whatever is missing or unknown becomes the default."""
        scheme, size, pictures, *_ = [*value.split("."), "", "", ""]
        return cls().changed({"scheme": scheme, "size": size, "pictures": pictures})

    def to_cookie(self) -> str:
        """Write what ``from_cookie`` reads."""
        return f"{self.scheme}.{self.size}.{self.pictures_word}"

    def changed(self, wishes: Mapping[str, str]) -> Appearance:
        """Take from a form what it names and what is known; «reset» brings everything back."""
        if "reset" in wishes:
            return Appearance()
        scheme, size, pictures = (str(wishes.get(name, "")) for name in ("scheme", "size", "pictures"))
        return Appearance(
            scheme=scheme if scheme in SCHEMES else self.scheme,
            size=int(size) if size in {str(known) for known in SIZES} else self.size,
            pictures=PICTURES.get(pictures, self.pictures),
        )

    @property
    def pictures_word(self) -> str:
        """The value of ``data-pictures``: «on» or «off»."""
        return "on" if self.pictures else "off"

    @property
    def is_default(self) -> bool:
        """True while nothing was chosen; otherwise the panel offers the way back."""
        return self == Appearance()

    @property
    def is_special(self) -> bool:
        """True in a version for weak sight; the panel then stands open."""
        return self.scheme.startswith("hc-") or self.size > 1 or not self.pictures
