"""Pages for which another one stands in the lists of the whole region: a visitor meets each thing once there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wagtail.models import Page

#: Gives the ids of those among the pages for which another page stands.
Represented = Callable[[Sequence[Page]], set[int]]


class StandIns:
    """Who knows which page stands for which: the room of copies, which this floor does not know, takes this office."""

    def __init__(self) -> None:
        self._represented: Represented = lambda pages: set()

    def appoint(self, represented: Represented) -> None:
        self._represented = represented

    def represented(self, pages: Sequence[Page]) -> set[int]:
        """The ids of the pages that the region's lists leave out; where nobody holds the office, none."""
        return self._represented(pages)


stand_ins = StandIns()
