"""What happens by itself: texts follow consents that run out, all texts are read for names that should be gone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model

from cms.work.periodic import periodic
from cms.work.tasks import background
from mentoring.consents.models import MenteeConsent, MentorConsent
from mentoring.mentions.by_consent import ended
from mentoring.mentions.enums import MentionState
from mentoring.mentions.file_texts import place_of, unread_files
from mentoring.mentions.letters import tell_of_unread, tell_the_editors
from mentoring.mentions.linking import remember
from mentoring.mentions.models import NameWatch, PersonMention
from mentoring.mentions.people import Person, PersonKey, allowed_until, key_of, people, without_end
from mentoring.mentions.searching import Hit, find_names, title_of
from mentoring.mentions.settling import settle_all
from mentoring.mentions.watching import watch

#: Consents that ended within these days are looked at again: the worker may have stood still.
LOOK_BACK = timedelta(days=14)


@background(label=_("Имя убирается из текстов"), own_transactions=True)
def settle_person(kind: int, number: int) -> None:
    """Settle every thing that is linked to the person; raises where one could not be, so that it is tried again."""
    mentions = PersonMention.objects.linked().filter(person_kind=kind, person_id=number)
    if failures := settle_all(list(mentions.values_list("kind", "thing_id"))):
        raise RuntimeError(f"{failures} things could not be settled")


@background(label=_("Поиск имени по всем текстам сайта"), own_transactions=True)
def search_names(kind: int, number: int) -> None:
    """Read all texts for one name, write down where it stands, tell the editors."""
    search_watched([(kind, number)])


@periodic(every=timedelta(hours=1), label=_("Имена в текстах: согласия, которые кончились"))
def follow_names() -> None:
    """Settle what consents have changed since, and look again where a name was still found."""
    settle_all(changed_things())
    for person in _ended_lately():
        watch(person)
    waiting = PersonMention.objects.waiting().values_list("person_kind", "person_id")
    never = NameWatch.objects.filter(searched_at=None).values_list("person_kind", "person_id")
    search_watched({*waiting, *never})


@periodic(every=timedelta(days=1), at=time(0, 1), label=_("Имена в текстах: новый день"))
def begin_the_day() -> None:
    """Consents have run out at midnight."""
    settle_all(changed_things())


@periodic(every=timedelta(days=1), at=time(4, 30), label=_("Имена людей без согласия: все тексты сайта"))
def search_all() -> None:
    """New texts may name somebody whose consent ended long ago."""
    search_watched(NameWatch.objects.values_list("person_kind", "person_id"))


def changed_things() -> list[tuple[int, int]]:
    """The things whose linked names stand otherwise than the consents of today say."""
    today = timezone.localdate()
    linked = PersonMention.objects.linked()
    persons = people(linked.values_list("person_kind", "person_id").distinct())
    until = allowed_until(list(persons.values()), today)
    changed: dict[tuple[int, int], None] = {}
    for mention in linked.order_by("pk"):
        last = until.get((mention.person_kind_id, mention.person_id))
        if last is None:
            continue
        holds = without_end(last)
        if mention.is_covered != (last < today) or (last >= today and mention.holds_until != holds):
            changed[mention.kind_id, mention.thing_id] = None
    return list(changed)


def _ended_lately() -> list[Person]:
    today = timezone.localdate()
    lately = {"valid_until__lt": today, "valid_until__gte": today - LOOK_BACK}
    found: dict[PersonKey, Person] = {}
    for consent in MentorConsent.objects.filter(**lately).select_related("mentor"):
        found[key_of(consent.mentor)] = consent.mentor
    for given in MenteeConsent.objects.filter(**lately).select_related("mentee"):
        found[key_of(given.mentee)] = given.mentee
    for named in ended(today - LOOK_BACK, today):
        found[key_of(named)] = named
    watched = set(NameWatch.objects.values_list("person_kind", "person_id"))
    return [person for key, person in found.items() if key not in watched]


def search_watched(keys: Iterable[PersonKey]) -> None:
    """Read all texts once for those of these people who are watched."""
    asked = set(keys) & set(NameWatch.objects.values_list("person_kind", "person_id"))
    if not asked:
        return
    persons = people(asked)
    for key, hits in find_names(list(persons.values())).items():
        with transaction.atomic():
            if NameWatch.objects.select_for_update().filter(person_kind=key[0], person_id=key[1]).exists():
                _write_down(persons[key], hits)


def _write_down(person: Person, hits: list[Hit]) -> None:
    kind, number = key_of(person)
    mine = PersonMention.objects.filter(person_kind=kind, person_id=number)
    known = {(mention.kind_id, mention.thing_id): mention for mention in mine}
    fresh: list[PersonMention] = []
    for hit in hits:
        mention = known.pop(hit.key, None)
        facts = {"places": ", ".join(hit.places)[:300], "words": hit.words}
        if mention is None:
            thing, _title = title_of(hit.key)
            place = (
                place_of(thing) if isinstance(thing, get_document_model()) else getattr(thing, "municipality_id", None)
            )
            found = remember(person, hit.key, MentionState.FOUND, municipality_id=place, **facts)
            fresh.append(found)
        elif mention.state != MentionState.ANOTHER:
            PersonMention.objects.filter(pk=mention.pk).update(**facts)
    for mention in known.values():  # mended: the name stands there no longer
        if mention.state == MentionState.FOUND:
            mention.delete()
        elif mention.state == MentionState.LINKED and mention.places:
            PersonMention.objects.filter(pk=mention.pk).update(places="")
    watches = NameWatch.objects.filter(person_kind=kind, person_id=number)
    is_first = watches.filter(searched_at=None).exists()
    watches.update(searched_at=timezone.now())
    tell_the_editors(person, fresh)
    if is_first:
        tell_of_unread(person, unread_files())
