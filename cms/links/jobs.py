"""What happens by itself: links are gathered whether or not anybody is asked about them."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from cms.links.checking import check_links
from cms.links.gathering import gather_links
from cms.work.periodic import periodic


@periodic(every=timedelta(hours=1), label=_("Ссылки на другие сайты: где они стоят"))
def gather() -> None:
    """Read the texts again."""
    gather_links()


@periodic(every=timedelta(minutes=5), label=_("Ссылки на другие сайты: открываются ли они"))
def check() -> None:
    """Ask about some of the links, if the settings allow it."""
    check_links()
