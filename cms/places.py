"""Where templates, static files and the guide lie: beside the packages in a checkout, inside `cms` in a wheel."""

from __future__ import annotations

from pathlib import Path

#: The folder of this package, and the one in which it stands.
CMS = Path(__file__).resolve().parent
ROOT = CMS.parent
#: A checkout has the site's start beside its packages; among installed packages nothing is ever written.
IS_CHECKOUT = (ROOT / "manage.py").is_file() and (ROOT / "templates" / "base.html").is_file()


def shipped(name: str) -> Path:
    """The folder of this name that came with the code; `setup.py` says which are taken into a wheel."""
    return (ROOT if IS_CHECKOUT else CMS) / name


TEMPLATES = shipped("templates")
STATIC = shipped("static")
GUIDE = shipped("docs") / "guide"
PICTURES = shipped("docs") / "screenshots"
FONTS = CMS / "papers" / "fonts"
