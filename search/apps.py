from django.apps import AppConfig


class SearchConfig(AppConfig):
    """The search: its own label leaves Wagtail's «search» alone."""

    name = "search"
    label = "duet_search"
    verbose_name = "Поиск"
