"""Gives the editors' synonyms to the search."""

from search.registry import registry
from search.synonyms.models import SynonymGroup


def groups() -> list[list[str]]:
    """The groups in use, in one query."""
    return [group.phrases for group in SynonymGroup.objects.filter(is_active=True).order_by("pk")]


def register() -> None:
    """Tell the search where synonyms come from; called once at start-up."""
    registry.register_synonyms(groups, models=[SynonymGroup])
