"""Tells editors that a name still stands in their pages although its owner's consent has ended."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.mailing.addresses import absolute_of
from cms.mailing.kinds import register_mail_kind
from cms.mailing.outbox import send_later
from cms.territories.models import Municipality
from cms.wording import counted
from mentoring.duets.letters import duty_addresses
from mentoring.mentions.file_texts import place_of
from mentoring.mentions.models import PersonMention
from mentoring.mentions.people import Person, full_name_of, key_of
from mentoring.mentions.searching import title_of

KIND = register_mail_kind("mentoring.name_stands", gettext_lazy("имя человека без согласия"))
#: Places named in one letter; the page of the admin lists all.
NAMED = 20


def tell_the_editors(person: Person, mentions: Iterable[PersonMention]) -> None:
    """Write to each municipality about the places in its own pages; to the centre about those of the region."""
    by_place = sorted(mentions, key=lambda mention: mention.municipality_id or 0)
    for number, found in groupby(by_place, key=lambda mention: mention.municipality_id or 0):
        place = Municipality.objects.filter(pk=number).first()
        _write(person, place, list(found))


def _write(person: Person, place: Municipality | None, found: list[PersonMention]) -> None:
    lines = [_line(mention) for mention in found[:NAMED]]
    if len(found) > NAMED:
        lines.append(_("– и ещё %(number)d") % {"number": len(found) - NAMED})
    body = _(
        "Здравствуйте.\n\nСогласия человека, которого зовут %(name)s, больше нет: имя не должно стоять на сайте. "
        "Оно найдено здесь:\n\n%(lines)s\n\nУберите имя или отметьте, что это другой человек:\n%(address)s\n"
    ) % {"name": full_name_of(person), "lines": "\n".join(lines), "address": absolute_of("names_standing")}
    subject = _("Имя ещё стоит на страницах: %(places)s") % {
        "places": counted(len(found), _("место"), _("места"), _("мест"))
    }
    key = f"name-{found[0].person_kind_id}-{person.pk}-{min(it.pk for it in found)}-{timezone.localdate()}"
    send_later(duty_addresses(place) or duty_addresses(None), subject, body, kind=KIND, key=key)


def tell_of_unread(person: Person, documents: Iterable[Any]) -> None:
    """Write to each municipality about its own files whose words the site cannot read: a name may stand in them."""
    by_place: dict[int | None, list[Any]] = {}
    for document in documents:
        by_place.setdefault(place_of(document), []).append(document)
    for number, found in by_place.items():
        place = Municipality.objects.filter(pk=number or 0).first()
        lines = [f"– «{document.title}»: {document.why}" for document in found[:NAMED]]
        if len(found) > NAMED:
            lines.append(_("– и ещё %(number)d") % {"number": len(found) - NAMED})
        body = _(
            "Здравствуйте.\n\nСогласия человека, которого зовут %(name)s, больше нет: имя не должно стоять на сайте. "
            "Эти файлы посетители получают, а прочитать в них все слова сайт не смог:\n\n%(lines)s\n\n"
            "Посмотрите сами, нет ли в них этого имени. Если есть, замените файл или уберите его со страницы.\n"
            "Все такие файлы: %(address)s\n"
        ) % {"name": full_name_of(person), "lines": "\n".join(lines), "address": absolute_of("names_standing")}
        subject = _("Проверьте сами, нет ли имени: %(files)s") % {
            "files": counted(len(found), _("файл"), _("файла"), _("файлов"))
        }
        kind, pk = key_of(person)
        key = f"unread-{kind}-{pk}-{number or 0}-{timezone.localdate()}"
        send_later(duty_addresses(place) or duty_addresses(None), subject, body, kind=KIND, key=key)


def _line(mention: PersonMention) -> str:
    _thing, title = title_of((mention.kind_id, mention.thing_id))
    return f"– «{title}»: {mention.places} («{mention.words}»)"
