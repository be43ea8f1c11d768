from django.apps import AppConfig


class MentoringConfig(AppConfig):
    """People, the Mentor Bank, pairs."""

    name = "mentoring"
    verbose_name = "Наставничество"
