"""Names what a project that takes over the packages has not set, each with the line to add (docs/extension.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.utils.translation import gettext as _

#: What the packages read, and the value that they are tried with.
NEEDED = {
    "ADMIN_CONTENT_SECURITY_POLICY": (
        "from cms.settings.content_security import ADMIN_CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY"
    ),
    "AXES_COOLOFF_TIME": "AXES_COOLOFF_TIME = timedelta(minutes=15)",
    "CONTENT_SECURITY_POLICY": (
        "from cms.settings.content_security import ADMIN_CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY"
    ),
    "DUET_API_ORIGINS": 'DUET_API_ORIGINS = frozenset({"*"})',
    "DUET_API_RATE": 'DUET_API_RATE = "120/m"',
    "DUET_BACKGROUND": 'DUET_BACKGROUND = "inside"',
    "DUET_BEHIND_PROXY": "DUET_BEHIND_PROXY = False",
    "DUET_CHECK_LINKS_INSIDE": "DUET_CHECK_LINKS_INSIDE = []",
    "DUET_CHECK_LINKS_TO": "DUET_CHECK_LINKS_TO = []",
    "DUET_DEMO": "DUET_DEMO = False",
    "DUET_METRICS_ADDRESSES": 'DUET_METRICS_ADDRESSES = ["127.0.0.1", "::1"]',
    "DUET_SESSION_IDLE": "DUET_SESSION_IDLE = timedelta(hours=2)",
    "DUET_SESSION_LIFETIME": "DUET_SESSION_LIFETIME = timedelta(days=1)",
    "DUET_SITE_URL_SAID": "DUET_SITE_URL_SAID = False",
    "DUET_SLOW_QUERY_MS": "DUET_SLOW_QUERY_MS = 500",
    "DUET_VAR": 'DUET_VAR = BASE_DIR / "var"',
    "DUET_WEBHOOKS": "DUET_WEBHOOKS = []",
    "DUET_WEBHOOKS_INSIDE": "DUET_WEBHOOKS_INSIDE = []",
    "MENTOR_FRESH_DAYS": "MENTOR_FRESH_DAYS = 120",
    "MENTOR_STALE_DAYS": "MENTOR_STALE_DAYS = 240",
    "WAGTAILADMIN_BASE_URL": 'WAGTAILADMIN_BASE_URL = "https://nastavnik.region.ru"',
    "WAGTAIL_SITE_NAME": 'WAGTAIL_SITE_NAME = "Дуэт"',
}
#: Settings of Django and Wagtail that must have exactly this value.
EXACTLY = {
    "AXES_CLIENT_IP_CALLABLE": "cms.security.visitors.subscriber_of",
    "AXES_HANDLER": "cms.accounts.guessing.GuessingHandler",
    "AXES_LOCKOUT_CALLABLE": "cms.accounts.lockout.locked_out",
    "CSRF_FAILURE_VIEW": "cms.drafts.views.page_grew_old",
    "WAGTAIL_FINISH_WORKFLOW_ACTION": "cms.accounts.finishing.publish_what_was_approved",
    "LANGUAGE_CODE": "ru",
}
ALL = "from cms.settings.defaults import *"


@register
def needed_settings(**kwargs: Any) -> list[CheckMessage]:
    """duet.E002: a setting is missing; duet.E003: one has a value that our rules do not know."""
    missing = [_missing(name, line) for name, line in NEEDED.items() if getattr(settings, name, None) is None]
    other = [
        _error("E003", _("Настройка %(name)s имеет другое значение.") % {"name": name}, f'{name} = "{value}"')
        for name, value in EXACTLY.items()
        if getattr(settings, name, None) != value
    ]
    return [*missing, *other]


@register
def needed_entries(**kwargs: Any) -> list[CheckMessage]:
    """duet.E004: a list of the settings lacks an entry; duet.E005: our applications stand after Wagtail's admin."""
    from cms.settings import defaults

    found: list[CheckMessage] = []
    for name in ("INSTALLED_APPS", "MIDDLEWARE", "AUTHENTICATION_BACKENDS"):
        present = set(getattr(settings, name))
        found += [_entry(name, entry) for entry in getattr(defaults, name) if entry not in present]
    for engine in _engines(defaults.TEMPLATES):
        if engine not in _engines(settings.TEMPLATES):
            found.append(_entry("TEMPLATES", engine))
    if "background" not in settings.TASKS:
        found.append(_missing("TASKS", 'TASKS["background"] = {"BACKEND": "django_tasks_db.DatabaseBackend"}'))
    return [*found, *_order(list(settings.INSTALLED_APPS))]


def _engines(templates: Iterable[dict[str, Any]]) -> list[str]:
    """The engines of templates, and the words that ours read in each."""
    return [
        entry
        for engine in templates
        for entry in (
            engine["BACKEND"],
            *(one for one in engine.get("OPTIONS", {}).get("context_processors", ()) if one.startswith("cms.")),
        )
    ]


def _order(apps: list[str]) -> Iterator[CheckMessage]:
    """Templates of the admin are ours where our applications come first."""
    if "wagtail.admin" in apps and "cms" in apps and apps.index("cms") > apps.index("wagtail.admin"):
        yield _error("E005", _("«cms» стоит в INSTALLED_APPS после «wagtail.admin»."), ALL)


def _missing(name: str, line: str) -> Error:
    return _error("E002", _("Не хватает настройки %(name)s.") % {"name": name}, line)


def _entry(name: str, entry: str) -> Error:
    words = {"name": name, "entry": entry}
    return _error("E004", _("В настройке %(name)s нет «%(entry)s».") % words, f'{name}: "{entry}"')


def _error(number: str, message: str, line: str) -> Error:
    hint = _("Добавьте строку: %(line)s. Всё сразу даёт «%(all)s».") % {"line": line, "all": ALL}
    return Error(message, hint=hint, id=f"duet.{number}")
