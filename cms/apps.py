from django.apps import AppConfig


class CmsConfig(AppConfig):
    """Territories, accounts, base pages."""

    name = "cms"
    verbose_name = "Сайт и территории"

    def ready(self) -> None:
        """Register the system checks and the receivers of signals."""
        from cms.accounts import demo_guard  # noqa: F401
        from cms.acts import registration as acts
        from cms.branches import checks, following  # noqa: F401
        from cms.health import checks as health_checks  # noqa: F401
        from cms.mailing import couriers  # noqa: F401
        from cms.pages import moves  # noqa: F401
        from cms.work import handlers, housekeeping  # noqa: F401

        acts.register()
