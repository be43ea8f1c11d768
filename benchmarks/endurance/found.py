"""`python -m benchmarks.endurance.found WORD …`: those of the words that the site still has.

A word is there if a mentor of the database tells it, or a draft of one whose editor may not publish, and if the search
finds by it just those mentors whose visitors may read it: a consent may leave the text about a mentor out.
"""

from __future__ import annotations

import sys
from datetime import date

import django

django.setup()

from wagtail.models import Revision  # noqa: E402

from mentoring.bank.models import Mentor  # noqa: E402
from mentoring.bank.presenters import public_mentor  # noqa: E402
from search.engines import get_engine  # noqa: E402
from search.interface import Query  # noqa: E402
from search.mentors.schema import KIND  # noqa: E402


def is_there(word: str, on: date) -> bool:
    """Whether it was kept and can be found by those who may."""
    mentors = Mentor.objects.filter(about__contains=word)
    if not mentors.exists():
        return Revision.objects.filter(content__about__icontains=word).exists()
    read = [shown for mentor in mentors if (shown := public_mentor(mentor, on)) and word in shown.about]
    return get_engine().search(KIND, Query(text=word, literal=True)).total == len(read)


if __name__ == "__main__":
    today = date.today()
    print(*(word for word in sys.argv[1:] if is_there(word, today)))
