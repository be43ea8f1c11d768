"""Lets the bets of this process be read again after a change."""

from mentoring.mentions.texts import plain
from search.bets.matching import bets
from search.bets.models import BestBet


def register() -> None:
    """Listen to the table; called once at start-up."""
    bets.forget_on_change([BestBet])
    plain.append(BestBet)
