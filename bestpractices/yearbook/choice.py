"""What a school wrote and ticked: as it is stored, or as it stands in a form that was not saved yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bestpractices.yearbook.models import BookMaterial, BookPractice, YearBook

#: The written words of a book, in the order of its parts.
WORDS = ("title", "foreword", "achieved", "failures", "plans", "materials_words", "practices_words")


@dataclass(frozen=True, slots=True)
class Ticked:
    """A thing that was taken into the second part: «page-12» with its caption and description."""

    key: str
    caption: str = ""
    alt: str = ""

    @property
    def name(self) -> str:
        """«page», «document» or «image»."""
        return self.key.partition("-")[0]

    @property
    def pk(self) -> int:
        """Its primary key."""
        return int(self.key.partition("-")[2])


@dataclass(frozen=True, slots=True)
class Choice:
    """Words, ticked materials and ticked practices, both in the order of the book."""

    words: dict[str, str]
    materials: Sequence[Ticked] = ()
    practices: Sequence[int] = field(default_factory=tuple)


def stored_choice(book: YearBook) -> Choice:
    """What is stored, in three queries at most."""
    return Choice(
        {name: getattr(book, name) for name in WORDS},
        tuple(Ticked(it.key, it.caption, it.alt) for it in book.materials.all()),
        tuple(it.practice_id for it in book.practices.all()),
    )


def store(book: YearBook, choice: Choice) -> None:
    """Write the choice down in place of the former one."""
    for name in WORDS:
        setattr(book, name, choice.words.get(name, "").strip())
    book.save(update_fields=list(WORDS))
    book.materials.all().delete()
    BookMaterial.objects.bulk_create(
        BookMaterial(book=book, order=order, caption=it.caption, alt=it.alt, **{f"{it.name}_id": it.pk})
        for order, it in enumerate(choice.materials, 1)
    )
    book.practices.all().delete()
    BookPractice.objects.bulk_create(
        BookPractice(book=book, order=order, practice_id=pk) for order, pk in enumerate(choice.practices, 1)
    )
