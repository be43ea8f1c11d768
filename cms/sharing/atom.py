"""An Atom feed of pages whose bytes stay equal until one of the pages changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.feedgenerator import Atom1Feed

from cms.appearance.centre import current_centre
from cms.sharing.kept import kept
from cms.sharing.moments import changed_at, published_at
from cms.texts.unseen import seen_only


class StillFeed(Atom1Feed):
    """Changed when its latest entry did; an empty one when its section did, never at the hour of asking."""

    def __init__(self, *args: Any, changed: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._changed = changed

    def latest_post_date(self) -> datetime:
        """The latest date of an entry."""
        dates = [item["updateddate"] or item["pubdate"] for item in self.items]
        return max(dates, default=self._changed)


def atom_response(
    request: HttpRequest,
    pages: Sequence[Any],
    *,
    title: str,
    link: str,
    feed_url: str,
    changed: datetime,
    about: str = "",
) -> HttpResponseBase:
    """The pages as Atom in the given order; ``link`` and ``feed_url`` are whole addresses."""
    atom = StillFeed(
        seen_only(title),
        link,
        seen_only(about),
        language="ru",
        feed_url=feed_url,
        author_name=seen_only(current_centre().name),
        changed=changed,
    )
    for page in pages:
        atom.add_item(
            title=seen_only(page.title),  # a record of former days may have signs that XML cannot write
            link=page.full_url or "",
            description=seen_only(page.lead),
            unique_id=f"urn:uuid:{page.translation_key}",
            pubdate=published_at(page),
            updateddate=changed_at(page),
        )
    return kept(request, HttpResponse(atom.writeString("utf-8"), content_type=atom.content_type))
