"""What visitors ask for: while nothing has changed, and first after a mentor was written to."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from benchmarks.whole.asking import Ask, Contender, request, shuffled, write_a_mentor
from benchmarks.whole.goals import Line

TEXT = "/dostupnost/"
STOCK = "a stock Wagtail page"
_WORDS = quote("математика")
#: Requests of programs and scripts, and searches, with the milliseconds to reach.
_ASKED = {
    "hints": (f"/nastavniki/podskazki/?q={quote('мат')}", 1.2),
    "API": (f"/api/v1/mentors?q={_WORDS}", 2.5),
    "search, plain": ("/nastavniki/", 3.0),
    "search, a text and three filters": (f"/nastavniki/?q={_WORDS}&category=highest&meeting=distance&places=free", 4.0),
    "site search": ("/poisk/", 4.0),
    "site search, a text": (f"/poisk/?q={_WORDS}", 4.0),
    "sitemap": ("/sitemap.xml", 40.0),
    "sitemap, its mentors": ("/sitemap-mentors-1.xml", 40.0),
    "feed of news": ("/novosti/lenta/", 10.0),
    "feed of duets": ("/duety/lenta.atom", 10.0),
}
#: Kinds of pages with the milliseconds to reach when they are made anew.
_PAGES = {
    "HomePage": 30.0,
    "MunicipalityPage": 30.0,
    "ActPage": 10.0,
    "PracticePage": 12.0,
    "DuetPage": 12.0,
    "PracticeIndexPage": 5.0,
}


def measure(rounds: int) -> list[Line]:
    """Every request twice, and the stock page in the same rounds."""
    asked = dict(_requests())
    contenders: dict[str, Contender] = {STOCK: (_stock(), _stock())}
    for name, (ask, _goal) in asked.items():
        contenders[name] = ask, ask
        contenders[f"{name}, first after a write"] = write_a_mentor, ask
    found = shuffled(contenders, rounds)
    stock = found[STOCK]
    lines = [Line(f"{STOCK} (a text page, Wagtail's view, four lines of template)", stock, "ms", ratio=1.0)]
    for name, (_ask, goal) in asked.items():
        both = (name, f"{name}, first after a write")
        lines.extend(Line(said, found[said], "ms", goal, found[said] / stock) for said in both)
    return lines


def _requests() -> Iterator[tuple[str, tuple[Ask, float | None]]]:
    text = _ASKED["search, a text and three filters"][0]
    yield "search, htmx", (request(text, HTTP_HX_REQUEST="true"), 3.0)
    for name, address, goal in _pages():
        yield name, (request(address), goal)


def addresses() -> list[str]:
    """All of them, the search first."""
    return ["/nastavniki/", *(address for _name, address, _goal in _pages())]


def _pages() -> Iterator[tuple[str, str, float | None]]:
    from django.utils import timezone
    from wagtail.models import Page

    from mentoring.bank.models import Mentor

    for name, (address, goal) in _ASKED.items():
        yield name, address, goal
    mentor = Mentor.objects.public(timezone.localdate()).order_by("pk")[0]
    yield "a mentor", mentor.get_absolute_url(), 8.0
    seen: set[str] = set()
    for page in Page.objects.live().public().filter(depth__gt=1).specific():
        kind, address = type(page).__name__, page.relative_url(None) or page.url
        if kind not in seen and address.startswith("/"):
            seen.add(kind)
            yield f"{kind} {address}", address, _PAGES.get(kind)


def _stock() -> Ask:
    """The same text page as Wagtail alone gives it, behind the same middlewares."""
    from django.conf import settings

    from cms.pages.models import ContentPage

    ask, own = request(TEXT), ContentPage.template

    def stock() -> None:
        settings.ROOT_URLCONF, usual = "benchmarks.stock_urls", settings.ROOT_URLCONF
        ContentPage.template = "benchmarks/stock_page.html"
        try:
            ask()
        finally:
            settings.ROOT_URLCONF, ContentPage.template = usual, own

    return stock
