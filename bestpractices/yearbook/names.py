"""Names of people in year books: read like all texts, hidden each time that a book is shown."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from bestpractices.yearbook.content import Content
from bestpractices.yearbook.models import YearBook
from bestpractices.yearbook.people import cover_of, covered
from mentoring.mentions.linking import key_of_thing
from mentoring.mentions.querysets import Key
from mentoring.mentions.searching import flat, more_texts
from mentoring.mentions.texts import covered_when_shown


def register() -> None:
    """Let the texts of books be read for names, and books be linked to people."""
    more_texts.append(texts_of_books)
    covered_when_shown.append(YearBook)


def texts_of_books() -> Iterator[tuple[Key, str, str]]:
    """What visitors read of each published book today."""
    today = timezone.localdate()
    for book in YearBook.objects.published().select_related("organisation").prefetch_related("editions").order_by("pk"):
        edition = next(iter(book.editions.all()), None)
        if edition is not None:
            content = Content.model_validate(edition.content)
            shown = covered(content, cover_of(book.organisation, today, book))
            yield key_of_thing(book), _("слова сборника"), flat(shown.model_dump())
