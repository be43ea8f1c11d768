"""Ties a text to the people named in it, or says that the name is another person's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.accounts.permissions import user_can
from cms.accounts.territory import User
from cms.actions import Action, Refused
from cms.files.rights import files_kept_by
from mentoring.mentions.enums import MentionState
from mentoring.mentions.models import PersonMention
from mentoring.mentions.people import Person, PersonKey, allowed_until, key_of, name_of, people, without_end
from mentoring.mentions.querysets import Key
from mentoring.mentions.settling import settle
from mentoring.mentions.texts import FILES, page_kind


def key_of_thing(thing: models.Model) -> Key:
    """How mentions name a thing."""
    if isinstance(thing, Page):
        return page_kind(), thing.pk
    return ContentType.objects.get_for_model(thing).pk, thing.pk


def keep_links(key: Key, links: Iterable[PersonKey]) -> None:
    """Write down the people to whom links inside of a thing's texts lead."""
    asked = set(links)
    known = {(mention.person_kind_id, mention.person_id): mention for mention in PersonMention.objects.of_things([key])}
    fresh = {one for one in asked if one not in known or known[one].state != MentionState.LINKED}
    for person_key, person in people(fresh).items():
        remember(person, key, MentionState.LINKED, by_link=True, person_key=person_key)
    if fresh:
        settle(key)  # other fields and parts may hold the name as well


def remember(person: Person, key: Key, state: MentionState, **facts: Any) -> PersonMention:
    """Write down whose name it is; a linked one holds as long as the consents do."""
    person_kind, number = facts.pop("person_key", None) or key_of(person)
    today = timezone.localdate()
    last = allowed_until([person], today)[person_kind, number]
    facts.setdefault("words", " ".join(filter(None, name_of(person)))[:200])
    mention, _created = PersonMention.objects.update_or_create(
        person_kind_id=person_kind,
        person_id=number,
        kind_id=key[0],
        thing_id=key[1],
        defaults={"state": state, "holds_until": without_end(last), "is_covered": False, **facts},
    )
    return mention


class DecidesAboutName(Action):
    """Somebody who may change the thing says whose name stands in it."""

    permission = "change"
    state: ClassVar[MentionState]
    thing: Any

    def __init__(self, thing: models.Model, person: Person, user: User | None) -> None:
        super().__init__(thing, user)
        self.person = person

    def check_permission(self) -> None:
        if self.user is not None and not may_decide(self.user, self.thing):
            raise PermissionDenied(_("Это решает редактор раздела."))

    def check(self) -> None:
        if type(self.person)._default_manager.filter(pk=self.person.pk).exists():
            return
        raise Refused(_("Этого человека больше нет в банке. Откройте страницу заново."))

    def apply(self) -> None:
        remember(self.person, key_of_thing(self.thing), self.state, by_link=False, places="")
        settle(key_of_thing(self.thing))

    def log_data(self) -> dict[str, Any]:
        # The number, not the name: the history must not keep a name that has to be forgotten.
        return {"person": self.person.pk, "kind": type(self.person)._meta.model_name}


class LinkPerson(DecidesAboutName):
    """«Это этот человек»: the name is hidden while there is no consent."""

    log_action = "duet.name.link"
    state = MentionState.LINKED


class LeaveName(DecidesAboutName):
    """«Это другой человек»: the name stays, and is not asked about again."""

    log_action = "duet.name.leave"
    state = MentionState.ANOTHER


def may_decide(user: User, thing: models.Model) -> bool:
    """Whether the user may change what the name stands in, or approves it."""
    if isinstance(thing, Page):
        return bool(thing.permissions_for_user(user).can_edit())
    if isinstance(thing, FILES):
        return files_kept_by(user, type(thing)).filter(pk=thing.pk).exists()
    return user_can(user, "change", thing) or user_can(user, "approve", thing)
