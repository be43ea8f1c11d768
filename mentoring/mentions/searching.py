"""Reads every text that visitors may read for the names of some people; runs in the worker."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from anyascii import anyascii
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex

from cms.files.holders import shown_to_all
from cms.pages.publicness import public_pages
from cms.personal_names.parts import is_common_word
from mentoring.bank.models import Mentor
from mentoring.duets.pages import DuetInterviewPage
from mentoring.mentions.by_consent import NAMED
from mentoring.mentions.names import Name, NamePattern, pattern_of
from mentoring.mentions.people import Person, PersonKey, key_of, name_of
from mentoring.mentions.querysets import Key
from mentoring.mentions.texts import key_of_row, label_of, models_with_texts, page_kind, raw, text_fields

#: Rows that are read at once.
PORTION = 200


@dataclass(slots=True)
class Hit:
    """A thing in which a name stands: the fields, and the words as they are written."""

    key: Key
    places: list[str] = field(default_factory=list)
    words: str = ""

    def add(self, place: str, words: str) -> None:
        """One more field of the thing."""
        if place not in self.places:
            self.places.append(place)
        self.words = self.words or words


#: Rooms above give texts that are no field of a row: (thing, place, text).
more_texts: list[Callable[[], Iterable[tuple[Key, str, str]]]] = []


class Wanted:
    """One person looked for."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.name = name_of(person)
        self.pattern: NamePattern = pattern_of(self.name)
        self.alone_is_enough = _is_rare(self.name, int(isinstance(person, Mentor)))
        self._stems = [_plain(part)[: max(3, len(part) - 2)] for part in (self.name.last, self.name.patronymic) if part]
        self._slug = slugify(anyascii(self.name.last))

    def words_in(self, text: str, plain: str) -> str:
        """The name as it stands in the text, empty where it does not; ``plain`` is the same in small letters."""
        if not any(stem in plain for stem in self._stems):
            return ""
        return next((it.words for it in self.pattern.find(text) if it.is_sure or self.alone_is_enough), "")

    def is_in_address(self, slug: str) -> bool:
        """Whether the address of a page holds the surname, and the given name or a surname that nobody shares."""
        parts = slug.split("-")
        if self._slug not in parts:
            return False
        return self.alone_is_enough or slugify(anyascii(self.name.first)) in parts


def find_names(persons: Collection[Person]) -> dict[PersonKey, list[Hit]]:
    """For each person the public things that hold the name, in one reading of all texts."""
    wanted = [Wanted(person) for person in persons]
    found: dict[PersonKey, dict[Key, Hit]] = {key_of(person): {} for person in persons}
    for key, place, text in _texts():
        plain = _plain(text)
        for one in wanted:
            if words := one.words_in(text, plain):
                _hit(found[key_of(one.person)], key, place, words)
    _look_at_addresses(wanted, found)
    _look_at_pictures(wanted, found)
    is_public = Public()
    return {
        key_of(one.person): [
            hit for hit in found[key_of(one.person)].values() if is_public(hit.key) and not _is_own(hit.key, one.person)
        ]
        for one in wanted
    }


def _hit(hits: dict[Key, Hit], key: Key | Callable[[], Key | None], place: str, words: str) -> None:
    thing = key() if callable(key) else key
    if thing is not None:
        hits.setdefault(thing, Hit(thing)).add(place, words[:200])


def _texts() -> Iterator[tuple[Any, str, str]]:
    """(thing or what gives it, place, text) of every stored text."""
    for model in models_with_texts():
        fields = text_fields(model)
        for row in model._default_manager.order_by("pk").iterator(chunk_size=PORTION):
            for one in fields:
                if text := flat(raw(row, one)):
                    yield (lambda row=row: key_of_row(row)), label_of(row, one), text
    for texts in more_texts:
        yield from texts()


def flat(value: Any) -> str:
    """All strings of a value, each on its line."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return "\n".join(filter(None, map(flat, value.values())))
    return "\n".join(filter(None, map(flat, value))) if isinstance(value, list | tuple) else ""


def _plain(text: str) -> str:
    return text.lower().replace("ё", "е")


def _look_at_addresses(wanted: Iterable[Wanted], found: dict[PersonKey, dict[Key, Hit]]) -> None:
    for pk, slug in public_pages().values_list("pk", "slug"):
        for one in wanted:
            if one.is_in_address(slug):
                _hit(found[key_of(one.person)], (page_kind(), pk), _("адрес страницы"), slug)


def _look_at_pictures(wanted: Iterable[Wanted], found: dict[PersonKey, dict[Key, Hit]]) -> None:
    """The portrait of the bank may have been chosen for the head of a page or its text as well."""
    for one in wanted:
        portrait = getattr(one.person, "portrait", None)
        if portrait is not None:
            page_type = ContentType.objects.get_for_id(page_kind())
            for number in (
                ReferenceIndex.get_references_to(portrait)
                .filter(base_content_type=page_type)
                .values_list("object_id", flat=True)
            ):
                _hit(found[key_of(one.person)], (page_kind(), int(number)), _("фотография"), " ".join(one.name).strip())


class Public:
    """Whether visitors read a thing now."""

    def __init__(self) -> None:
        self.pages = set(public_pages().values_list("pk", flat=True))
        self.mentors = set(Mentor.objects.public(timezone.localdate()).values_list("pk", flat=True))

    def __call__(self, key: Key) -> bool:
        kind, number = key
        if kind == page_kind():
            return number in self.pages
        model = _model(kind)
        if model is Mentor:
            return number in self.mentors
        if model in (get_document_model(), get_image_model()):
            file = model._default_manager.filter(pk=number).first()
            return file is not None and shown_to_all(file)
        return True


@cache
def _model(kind: int) -> type[models.Model]:
    model = ContentType.objects.get_for_id(kind).model_class()
    assert model is not None
    return model


def _is_own(key: Key, person: Person) -> bool:
    """The person's own entry, and interviews that rest on the person's own consent to them."""
    if key == key_of(person):
        return True
    if isinstance(person, NAMED):
        return False
    speaks = {"project__pair__mentor": person} if isinstance(person, Mentor) else {"project__mentee": person}
    return key[0] == page_kind() and DuetInterviewPage.objects.filter(pk=key[1], **speaks).exists()


def _is_rare(name: Name, own: int) -> bool:
    """Whether the surname alone says who it is: nobody else of the bank has it, and it is no word of the language."""
    if len(name.last) < 4 or is_common_word(name.last.lower()):
        return False
    return Mentor.objects.filter(last_name=name.last).count() <= own


def title_of(key: Key) -> tuple[Any, str]:
    """The thing and how it is called; None where it is gone."""
    thing = _model(key[0])._default_manager.filter(pk=key[1]).first()
    if isinstance(thing, Page):
        thing = thing.specific
    return thing, str(thing) if thing is not None else ""
