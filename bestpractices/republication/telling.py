"""Who hears of a new version or of a withdrawal: those who publish in the copy's branch, and whoever took it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from wagtail.permissions import page_permission_policy

from bestpractices.republication.models import Republication, SourceUpdate
from cms.mailing.addresses import absolute_of
from cms.mailing.stock.carriers import write


def tell_of_update(update: SourceUpdate) -> None:
    """Say that the source has a new version which waits for a decision."""
    copy = update.republication
    address = absolute_of("republication_update", update.pk)
    body = _(
        "Источник изменил материал «%(title)s», который вы перепубликовали.\n"
        "Копия пока прежняя. Посмотрите, что изменилось, и решите, что принять:\n%(address)s"
    ) % {"title": copy.page.title, "address": address}
    _tell(copy, _("Источник изменился: %(title)s") % {"title": copy.page.title}, body, f"update-{update.pk}")


def tell_of_withdrawal(copy: Republication) -> None:
    """Say that the source took its page back, and that the copy is gone already."""
    body = _(
        "Источник снял с публикации материал «%(title)s». Ваша копия снята в ту же минуту: на её месте осталась "
        "короткая заметка.\nДелать ничего не нужно. Если материал вернётся, мы предложим взять его снова."
    ) % {"title": copy.page.title}
    _tell(copy, _("Источник снял материал: %(title)s") % {"title": copy.page.title}, body, f"gone-{copy.sequence}")


def _tell(copy: Republication, subject: str, body: str, event: str) -> None:
    key = f"republication-{copy.pk}-{event}"
    write(copy.page.specific, _concerned(copy), subject[:200], body, kind="republication", key=key)


def _concerned(copy: Republication) -> list[Any]:
    publishers = page_permission_policy.users_with_permission_for_instance("publish", copy.page)
    people = {person.pk: person for person in publishers if person.email and not person.is_superuser}
    if copy.taken_by is not None and copy.taken_by.is_active and copy.taken_by.email:
        people[copy.taken_by.pk] = copy.taken_by
    return [person for _pk, person in sorted(people.items())]
