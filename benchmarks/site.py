"""Whole requests through WSGI with all middlewares: the pages that people wait for, beside a stock Wagtail page.

    python -m benchmarks.site /path/to/a/prepared/demo   # `manage.py demo --prepare` fills the folder of DUET_VAR

Each page is asked for in two ways: while nothing has changed, and after a mentor was written to, which leaves nothing
of it remembered. The stock page is a text page of the same tree through Wagtail's own view with a template of four
lines, behind the same middlewares. The folder is copied; the clock is the processor time of the measuring thread.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROUNDS = 15
TEXT = "/dostupnost/"
#: The stock page, by name; all others are addresses of the site.
STOCK = "a stock Wagtail page"


def main(region: Path) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(region, Path(folder) / "var")
        os.environ.update(DUET_VAR=str(Path(folder) / "var"), DJANGO_SETTINGS_MODULE="benchmarks.settings")
        os.environ.setdefault("LOG_LEVEL", "ERROR")
        import django

        django.setup()
        _measure()


def _measure() -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    asked = {address: _request(address) for address in _addresses()}
    contenders = {(name, is_first): ask for name, ask in asked.items() for is_first in (False, True)}
    contenders[STOCK, False] = _stock()
    times: dict[tuple[str, bool], list[float]] = defaultdict(list)
    order = list(contenders)
    for turn in range(ROUNDS + 1):
        random.shuffle(order)
        for contender in order:
            _write() if contender[1] else contenders[contender]()
            begun = time.thread_time()
            contenders[contender]()
            if turn:  # the first round warms templates and catalogues
                times[contender].append((time.thread_time() - begun) * 1000)
    stock = median(times[STOCK, False])
    print(f"\n| page | remembered, ms | made anew, ms | of {STOCK} ({stock:.1f} ms) |\n| --- | --- | --- | --- |")
    for name in asked:
        kept, first = median(times[name, False]), median(times[name, True])
        print(f"| {name} | {kept:.1f} | {first:.1f} | {kept / stock:.2f}, {first / stock:.1f} × |")


def _addresses() -> list[str]:
    """One page of each kind."""
    from django.utils import timezone
    from wagtail.models import Page

    from mentoring.bank.models import Mentor

    pages: dict[str, str] = {}
    for page in Page.objects.live().public().filter(depth__gt=1).specific():
        pages.setdefault(type(page).__name__, page.relative_url(None) or page.url)
    mentor = Mentor.objects.public(timezone.localdate()).order_by("pk")[0].get_absolute_url()
    return [TEXT, mentor, "/nastavniki/", "/poisk/", *(url for url in pages.values() if url.startswith("/"))]


def _request(address: str) -> Callable[[], None]:
    """A request of a visitor nobody knows, from the first middleware to the last byte."""
    from django.core.wsgi import get_wsgi_application
    from django.test import RequestFactory

    application = get_wsgi_application()
    environ = RequestFactory(SERVER_NAME="localhost").get(address).environ

    def ask() -> None:
        said: list[str] = []
        answer = application(dict(environ), lambda status, headers, error=None: said.append(status))
        b"".join(answer)
        answer.close()
        assert said[0].startswith("200"), f"{address}: {said[0]}"

    return ask


def _stock() -> Callable[[], None]:
    """The same text page as Wagtail alone gives it."""
    from django.conf import settings

    from cms.pages.models import ContentPage

    ask, own = _request(TEXT), ContentPage.template

    def stock() -> None:
        settings.ROOT_URLCONF, usual = "benchmarks.stock_urls", settings.ROOT_URLCONF
        ContentPage.template = "benchmarks/stock_page.html"
        try:
            ask()
        finally:
            settings.ROOT_URLCONF, ContentPage.template = usual, own

    return stock


def _write() -> None:
    """A mentor's row changes, as it does all day."""
    from mentoring.bank.models import Mentor
    from search.engines import get_engine

    first = Mentor.objects.order_by("pk").values_list("pk", flat=True)[0]
    Mentor.objects.filter(pk=first).update(position=f"учитель {random.random()}")
    get_engine().refresh()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
