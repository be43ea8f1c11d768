"""People whose consent has ended are watched: all texts are read for the name until none shows it."""

from __future__ import annotations

from django.utils import timezone

from mentoring.mentions.models import NameWatch, PersonMention
from mentoring.mentions.people import Person, key_of, silent


def watch(person: Person) -> None:
    """Begin to look for the name of somebody who may not be named any more, in the caller's transaction."""
    from mentoring.mentions.jobs import search_names
    from mentoring.mentions.own.links import tell_the_person

    kind, number = key_of(person)
    if silent([person], timezone.localdate()):
        _watch, is_new = NameWatch.objects.get_or_create(
            person_kind_id=kind, person_id=number, defaults={"since": timezone.localdate()}
        )
        if is_new:
            search_names.enqueue(kind, number)
            tell_the_person.enqueue(kind, number)


def let_go(person: Person) -> None:
    """Stop looking once a new consent allows the name again."""
    kind, number = key_of(person)
    watches = NameWatch.objects.filter(person_kind=kind, person_id=number)
    if watches.exists() and not silent([person], timezone.localdate()):
        watches.delete()
        PersonMention.objects.open().filter(person_kind=kind, person_id=number).delete()
