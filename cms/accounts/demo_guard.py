"""Keeps the demo's accounts, whose password everybody knows, out of production."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.utils.translation import gettext as _

from cms.health.storage import unless_damaged

#: The mailboxes of the demo's accounts; the domain is reserved and can belong to nobody.
DEMO_EMAIL_DOMAIN = "@demo.example"


def demo_accounts_exist() -> bool:
    """Whether a demo account that can sign in stands in the database; False before the first migration."""
    users = get_user_model()
    if users._meta.db_table not in connection.introspection.table_names():
        return False
    return users._default_manager.filter(email__iendswith=DEMO_EMAIL_DOMAIN, is_active=True).exists()


def refuse_demo_accounts() -> None:
    """Raise ``ImproperlyConfigured`` if a demo account exists; a production process calls it before it serves."""
    for error in find_demo_accounts():
        raise ImproperlyConfigured(f"{error.id}: {error.msg} {error.hint}")


@register(Tags.database)
@unless_damaged
def find_demo_accounts(**kwargs: Any) -> Sequence[CheckMessage]:
    """Error duet.E001 where demo accounts exist outside the demo."""
    if getattr(settings, "DUET_DEMO", False) or not demo_accounts_exist():
        return []
    return [
        Error(
            _("В базе есть учётные записи демо-версии: их пароль известен всем."),
            hint=_(
                "Начните с чистой базы (DATABASE_URL) или удалите всех пользователей с адресами %(domain)s, "
                "затем запустите сайт снова."
            )
            % {"domain": DEMO_EMAIL_DOMAIN},
            id="duet.E001",
        )
    ]
