from django.apps import AppConfig


class DemoConfig(AppConfig):
    """The invented region, above everything; installed by the settings of the demo and of the tests alone."""

    name = "demo"
    label = "duet_demo"
    verbose_name = "Демо-версия"
