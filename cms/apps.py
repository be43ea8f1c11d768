from django.apps import AppConfig


class CmsConfig(AppConfig):
    """Territories, accounts, base pages."""

    name = "cms"
    verbose_name = "Сайт и территории"

    def ready(self) -> None:
        """Register the system checks."""
        from cms.accounts import demo_guard  # noqa: F401
