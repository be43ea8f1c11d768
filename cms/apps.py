from django.apps import AppConfig


class CmsConfig(AppConfig):
    """Territories, accounts, base pages."""

    name = "cms"
    verbose_name = "Сайт и территории"
