"""Tables that are not taken into a copy, and those that are made anew from the others."""

from __future__ import annotations

#: What no copy holds: who is signed in (a restored site asks everybody for the password again), the cache, and the
#: version under which pages are remembered (a restored site gets one that never was).
FLEETING = frozenset({"django_session", "cms_signin", "duet_cache", "cms_contentchange"})


class Derived:
    """Tables whose rows follow from other tables, with the commands that make them."""

    def __init__(self) -> None:
        self.tables: set[str] = set()
        self.commands: list[str] = []

    def add(self, command: str, *tables: str) -> None:
        """``command`` of `manage.py` fills these tables; asked for at start-up (``AppConfig.ready``)."""
        self.tables.update(tables)
        self.commands.append(command)


derived = Derived()
