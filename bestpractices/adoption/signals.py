"""A practice leaves the site: the schools that apply it hear of it."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from django.utils.translation import gettext as _
from wagtail.signals import page_unpublished

from bestpractices.adoption.models import Adoption
from bestpractices.practices.models import PracticePage
from bestpractices.review.mails import mail_to


@receiver(page_unpublished, sender=PracticePage)
def tell_who_applies_it(instance: PracticePage, **kwargs: Any) -> None:
    """Write to whoever recorded that schools apply it, once; each school goes on or stops as it likes."""
    body = _(
        "Практику «%(title)s» сняли с сайта. Ваша запись «берём практику» сохранена: школа сама решает, продолжать ли. "
        "О причинах можно спросить авторов или методиста их муниципалитета."
    ) % {"title": instance.title}
    subject = _("Практику сняли с сайта: %(title)s") % {"title": instance.title}
    adoptions = Adoption.objects.of_practice(instance.translation_key).in_use().select_related("taken_by")
    people = {adoption.taken_by for adoption in adoptions if adoption.taken_by is not None}
    key = f"practice-{instance.pk}-gone-{instance.latest_revision_id}"
    mail_to(people, subject[:200], body, kind="adoption", key=key)
