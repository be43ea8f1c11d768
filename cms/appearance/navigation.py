"""Where a visitor can go: only places that exist, so that no link is dead."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.appearance.centre import current_centre


@dataclass(frozen=True)
class Place:
    """A named address that the menu would like to show."""

    label: str | Promise
    url_name: str
    staff: bool = False
    #: Asks a visitor to sign in first; not for accounts that may not enter.
    desk: bool = False


@dataclass(frozen=True)
class Link:
    """A link as the template prints it."""

    label: str
    url: str
    is_current: bool = False


@dataclass(frozen=True)
class Navigation:
    """All links of the frame; the single addresses are empty where there is no such door."""

    main: tuple[Link, ...]
    teachers: tuple[Link, ...]
    methodists: tuple[Link, ...]
    account: Link | None
    sign_out_url: str
    search_url: str
    site_search_url: str


MAIN = (
    Place(_("Наставники"), "mentor-search"),
    Place(_("Реестр"), "mentor_register", staff=True),
)
TEACHERS = (
    Place(_("Найти наставника"), "mentor-search"),
    Place(_("Стать наставником"), "mentor-offer"),
    Place(_("Поиск по сайту"), "site-search"),
)
METHODISTS = (
    Place(_("Прислать практику"), "practice_queue", desk=True),
    Place(_("Циклограмма года"), "cyclogram"),
    Place(_("Реестр наставников"), "mentor_register", staff=True),
    Place(_("Детали и состояния"), "design-system", staff=True),
    Place(_("Кабинет"), "wagtailadmin_home", desk=True),
)


def navigation(request: HttpRequest) -> Navigation:
    """Gather the links that this visitor may follow from this page."""
    user = getattr(request, "user", None)
    is_known = bool(user and user.is_authenticated)
    is_staff = bool(is_known and user and user.has_perm("wagtailadmin.access_admin"))
    return Navigation(
        main=_main(request, is_staff),
        teachers=_links(TEACHERS, request, is_staff),
        methodists=_links(METHODISTS, request, is_staff),
        account=_account(is_known, is_staff),
        sign_out_url=address("logout") if is_known else "",
        search_url=address("mentor-search"),
        site_search_url=address("site-search"),
    )


def _main(request: HttpRequest, is_staff: bool) -> tuple[Link, ...]:
    """The mentors, the region's sections, then what only staff may open."""
    first, *rest = _links(MAIN, request, is_staff)
    sections = (Link(label, url, _is_current(request, url)) for label, url in current_centre().sections)
    return (first, *sections, *rest)


def address(url_name: str) -> str:
    """Return the address with this name, or an empty string where this installation has none."""
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return ""


def _links(places: tuple[Place, ...], request: HttpRequest, is_staff: bool) -> tuple[Link, ...]:
    is_reader = not is_staff and bool(getattr(getattr(request, "user", None), "is_authenticated", False))
    shown = (place for place in places if is_staff or not (place.staff or (place.desk and is_reader)))
    allowed = [(place, address(place.url_name)) for place in shown]
    return tuple(Link(str(place.label), url, _is_current(request, url)) for place, url in allowed if url)


def _is_current(request: HttpRequest, url: str) -> bool:
    """Whether the visitor is there; where branches have hosts of their own, sections are named with their host."""
    parts = urlsplit(url)
    if parts.netloc and parts.netloc != request.get_host():
        return False
    return request.path == parts.path or (parts.path != "/" and request.path.startswith(parts.path))


def _account(is_known: bool, is_staff: bool) -> Link | None:
    if is_known and not is_staff:
        return None
    url = address("wagtailadmin_home") if is_staff else address("login") or address("wagtailadmin_login")
    label = _("Кабинет") if is_staff else _("Войти")
    return Link(str(label), url) if url else None
