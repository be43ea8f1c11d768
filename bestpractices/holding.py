"""Which files practices and year books let people have."""

from __future__ import annotations

from bestpractices.practices.models import PracticePage
from bestpractices.review.rights import may_read
from bestpractices.review.standing import standing
from bestpractices.yearbook.models import BookMaterial, YearBook
from cms.accounts.permissions import visible_to
from cms.accounts.territory import User
from cms.files.holders import Holder, Keys, holders


def declare_holders() -> None:
    """Tell what hands out files; that a page is public is known already."""
    holders.add(Holder(PracticePage, lambda keys: False, _reviewed_by))
    holders.add(Holder(BookMaterial, _in_a_published_book, _in_a_readable_book))


def _reviewed_by(keys: Keys, user: User) -> bool:
    return any(may_read(user, practice, standing(practice)) for practice in PracticePage.objects.filter(pk__in=keys))


def _in_a_published_book(keys: Keys) -> bool:
    return YearBook.objects.published().filter(materials__in=keys).exists()


def _in_a_readable_book(keys: Keys, user: User) -> bool:
    return visible_to(user, YearBook.objects.filter(materials__in=keys)).exists()
