"""Prints the matrix of rights."""

from typing import Any

from django.core.management.base import BaseCommand

from cms.accounts.matrix import lines


class Command(BaseCommand):
    """``manage.py list_rights > docs/rights.md``."""

    help = "Prints who may do what, as registered by the rooms (docs/rights.md)."

    def handle(self, *args: Any, **options: Any) -> None:
        for line in lines():
            self.stdout.write(line)
