"""Registers with Wagtail what the search brings."""

from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from cms.accounts.policies import RegionPermissionPolicy
from search.bets.models import BestBet
from search.bets.viewsets import BestBetViewSet
from search.synonyms.models import SynonymGroup
from search.synonyms.viewsets import SynonymGroupViewSet

register_permission_policy(SynonymGroup, RegionPermissionPolicy(SynonymGroup))
register_snippet(SynonymGroupViewSet)
register_permission_policy(BestBet, RegionPermissionPolicy(BestBet))
register_snippet(BestBetViewSet)
