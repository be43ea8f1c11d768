"""A source speaks up by itself: published, taken down, deleted, hidden behind a restriction."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from bestpractices.republication.announcing import announce, announce_withdrawal
from bestpractices.republication.models import Republication
from bestpractices.republication.people import forget_names
from mentoring.consents.models import MentorConsent
from mentoring.consents.signals import consent_withdrawn


@receiver(page_published)
@receiver(page_unpublished)
def say_what_became_of_it(instance: Page, **kwargs: Any) -> None:
    """A new wording, or none any more."""
    announce(instance)


@receiver(post_page_move)
def say_where_it_is(instance: Page, **kwargs: Any) -> None:
    """A page moved under a restriction is withdrawn; so is everything below it."""
    for page in _named(instance):
        announce(page)


@receiver(post_delete, sender=Page)
def say_that_it_is_gone(instance: Page, **kwargs: Any) -> None:
    """A deleted page of any type is withdrawn."""
    announce_withdrawal(instance.translation_key)


@receiver(post_save, sender=PageViewRestriction)
@receiver(post_delete, sender=PageViewRestriction)
def say_who_may_read_it(instance: PageViewRestriction, **kwargs: Any) -> None:
    """A restriction withdraws the page and all below it; without it they are given again."""
    for page in _named(instance.page):
        announce(page)


@receiver(consent_withdrawn, sender=MentorConsent)
def say_whom_it_may_name(consent: MentorConsent, **kwargs: Any) -> None:
    """A consent that is withdrawn takes the name out of every copy; what must go with it goes by its page's own rules.

    One that runs out is noticed when the copy is shown, and by the hourly look at the sources.
    """
    for copy in Republication.objects.current().naming(consent.mentor.full_name):
        forget_names(copy.source_id)


def _named(top: Page) -> list[Page]:
    """The pages at and below this one of which there are copies."""
    keys = Republication.objects.values("source_id")
    return list(Page.objects.descendant_of(top, inclusive=True).filter(translation_key__in=keys))
