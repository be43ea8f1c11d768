from django.apps import AppConfig


class BenchmarksConfig(AppConfig):
    """The tables of the contenders; installed by benchmarks.settings alone."""

    name = "benchmarks"
    default_auto_field = "django.db.models.BigAutoField"
