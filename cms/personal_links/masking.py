"""Logs name an address with a personal link in it only by its first letters: who reads a log opens nobody's page."""

import logging
import re

from cms.personal_links.tokens import PATTERN

_SHOWN = 6


def masked(text: str) -> str:
    """The text with every token cut short."""
    return PATTERN.sub(lambda found: f"{found.group()[:_SHOWN]}…", text)


class MaskPersonalLinks(logging.Filter):
    """Lets every record through, without the tokens in it."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        if re.search(PATTERN, message):
            record.msg, record.args = masked(message), ()
        return True
