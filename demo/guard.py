"""The demo runs with the demo's settings alone."""

from django.conf import settings
from django.core.management.base import CommandError
from django.utils.translation import gettext as _


def require_demo_settings() -> None:
    """``CommandError`` unless the settings say that this is a demo."""
    if not getattr(settings, "DUET_DEMO", False):
        raise CommandError(
            _(
                "Демо-версия создаёт учётные записи с общеизвестным паролем, поэтому запускается только с настройками "
                "cms.settings.demo. Уберите DJANGO_SETTINGS_MODULE из окружения и повторите."
            )
        )
