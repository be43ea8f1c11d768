"""`python -m benchmarks.endurance.found WORD …`: those of the words that the site still has.

A word is there if a mentor of the database tells it, and the search finds that mentor by it if visitors may see them.
"""

from __future__ import annotations

import sys
from datetime import date

import django

django.setup()

from mentoring.bank.models import Mentor  # noqa: E402
from search.engines import get_engine  # noqa: E402
from search.interface import Query  # noqa: E402
from search.mentors.schema import KIND  # noqa: E402


def is_there(word: str, on: date) -> bool:
    """Whether it was kept and can be found by those who may."""
    mentors = Mentor.objects.filter(about__contains=word)
    if not mentors.exists():
        return False
    found = get_engine().search(KIND, Query(text=word, literal=True)).total
    return found == mentors.public(on).count()


if __name__ == "__main__":
    today = date.today()
    print(*(word for word in sys.argv[1:] if is_there(word, today)))
