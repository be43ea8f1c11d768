"""What names in texts follow: a text is saved, a consent begins or ends, a page goes."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page

from cms.contacts.models import CoordinatorContact
from mentoring.bank.models import Mentor
from mentoring.consents.models import MenteeConsent, MentorConsent
from mentoring.mentions.by_consent import first_record
from mentoring.mentions.linking import keep_links
from mentoring.mentions.models import PersonMention
from mentoring.mentions.people import Person, key_of, silent
from mentoring.mentions.settling import (
    cover_for,
    fitted,
    linked_people,
    links_in,
    note,
    person_changed,
    records_of,
    whole_of,
)
from mentoring.mentions.texts import from_raw, holds_texts, key_of_row, page_kind, raw, text_fields
from mentoring.mentions.watching import let_go, watch
from mentoring.programmes.curators.models import CuratorConsent


@receiver(pre_save)
def hide_names_in_what_is_saved(
    sender: type[models.Model], instance: Any, update_fields: Any = None, **kwargs: Any
) -> None:
    """No save by any door stores a name of somebody linked who may not be named; nothing is public for a moment."""
    if kwargs.get("raw") or not holds_texts(sender):
        return
    fields = [field for field in text_fields(sender) if field.attname in instance.__dict__]
    if update_fields is not None:
        fields = [field for field in fields if field.name in update_fields]
    texts = {field: raw(instance, field) for field in fields}
    links = links_in(list(texts.values()))
    instance._links_of_people = links
    instance._names_hidden = []
    linked = linked_people(key_of_row(instance)) if texts else set()  # no text is written: none has a name to hide
    if not links and not linked:
        return
    cover = cover_for(links | linked, timezone.localdate())
    kept = records_of(instance)
    for field, stored in texts.items():
        record = kept.get(field.name)
        whole = whole_of(stored, record)
        shown = fitted(field, cover.over(whole))
        if shown != stored:
            setattr(instance, field.attname, from_raw(field, shown))
        instance._names_hidden.append((field.name, whole, shown, record))


@receiver(post_save)
def keep_what_was_hidden(sender: type[models.Model], instance: Any, **kwargs: Any) -> None:
    """The whole texts stand beside the stored ones, the links of the text among the mentions."""
    if kwargs.get("raw") or not holds_texts(sender):
        return
    for hidden in instance.__dict__.pop("_names_hidden", ()):
        note(instance, *hidden)
    if links := instance.__dict__.pop("_links_of_people", None):
        key = key_of_row(instance)
        if key is not None:
            keep_links(key, links)


@receiver(post_save, sender=MentorConsent)
@receiver(post_save, sender=MenteeConsent)
def follow_a_consent(instance: MentorConsent | MenteeConsent, **kwargs: Any) -> None:
    """In the transaction of the consent: texts that are linked to the person change with it."""
    person = instance.mentor if isinstance(instance, MentorConsent) else instance.mentee
    person_changed(person)
    if instance.withdrawn_on is not None:
        watch(person)
    else:
        let_go(person)


@receiver(post_save, sender=CuratorConsent)
def follow_a_curator(instance: CuratorConsent, **kwargs: Any) -> None:
    """A curator's name stands in texts as well; all consents of the same person are one person."""
    _follow(first_record(instance), **kwargs)


@receiver(post_save, sender=CoordinatorContact)
def follow_a_coordinator(instance: CoordinatorContact, created: bool, **kwargs: Any) -> None:
    """The day of the consent was erased while the name is kept: the name may stand in texts."""
    if instance.person.strip() and not (created and instance.person_agreed_on is None):
        _follow(instance, **kwargs)


def _follow(person: Person, **kwargs: Any) -> None:
    if kwargs.get("raw"):
        return
    person_changed(person)
    if silent([person], timezone.localdate()):
        watch(person)
    else:
        let_go(person)


@receiver(post_save, sender=Mentor)
def follow_a_mentor(instance: Mentor, **kwargs: Any) -> None:
    """Whoever turns out to be a minor is named nowhere."""
    if instance.is_minor and not kwargs.get("raw"):
        person_changed(instance)


@receiver(post_delete)
def forget_a_thing_that_is_gone(sender: type[models.Model], instance: Any, **kwargs: Any) -> None:
    """Mentions go with the page; the texts kept beside it go with the row."""
    if not holds_texts(sender):
        return
    for record in records_of(instance).values():
        record.delete()
    if isinstance(instance, Page):
        PersonMention.objects.filter(kind=page_kind(), thing_id=instance.pk).delete()
    elif (key := key_of_row(instance)) is not None and key == key_of(instance):
        PersonMention.objects.of_things([key]).delete()
