"""Registers with Wagtail what the search brings."""

from wagtail.snippets.models import register_snippet

from search.bets.viewsets import BestBetViewSet
from search.synonyms.viewsets import SynonymGroupViewSet

register_snippet(SynonymGroupViewSet)
register_snippet(BestBetViewSet)
