"""Who may do what with best bets."""

from cms.accounts.enums import Role
from cms.accounts.grants import KEEP_AND_CLEAR
from cms.accounts.registering import register_rights
from search.bets.models import BestBet

register_rights(BestBet, {Role.REGIONAL_CENTRE: KEEP_AND_CLEAR})
