"""The mails of a year book: to the centre with what came, to the school with what was decided."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bestpractices.yearbook.models import YearBook
from cms.accounts.enums import Role
from cms.mailing.addresses import absolute_of
from cms.mailing.kinds import register_mail_kind
from cms.mailing.outbox import send_later

KIND = register_mail_kind("yearbook", gettext_lazy("Об итоговых сборниках"))


def tell_centre(book: YearBook, left_out: list[str]) -> None:
    """A book has come; ``left_out`` are its practices that stayed at the school, with the reasons."""
    lines = [_("Школа прислала сборник: %(book)s (%(place)s).") % _words(book)]
    if left_out:
        lines += ["", _("Не вошли, потому что не готовы к проверке:"), *(f"– {line}" for line in left_out)]
    _send(_centre(), _("Сборник ждёт вас: %(book)s") % _words(book), lines, book)


def tell_centre_of_withdrawal(book: YearBook, reason: str) -> None:
    """The school took its book back."""
    lines = [_("Школа отозвала сборник: %(book)s (%(place)s).") % _words(book), _("Причина: %(why)s") % {"why": reason}]
    _send(_centre(), _("Сборник отозван: %(book)s") % _words(book), lines, book)


def tell_school(book: YearBook) -> None:
    """What the centre decided, and what to do next."""
    words = {"book": book, "state": book.get_state_display()}
    lines = [_("%(book)s: %(state)s.") % words]
    if book.remark:
        lines += ["", _("Слова регионального центра: %(remark)s") % {"remark": book.remark}, ""]
    if book.is_writable:
        lines.append(_("Поправьте сборник и отправьте снова: всё, что вы писали и отмечали, на месте."))
    else:
        lines.append(_("Теперь его можно разместить на странице школы."))
    _send(_school(book), _("%(book)s: %(state)s") % words, lines, book)


def _words(book: YearBook) -> dict[str, Any]:
    return {"book": book, "place": book.organisation.municipality}


def _send(to: list[str], subject: str, lines: list[str], book: YearBook) -> None:
    send_later(to, subject, "\n".join([*lines, "", absolute_of("year_book_desk", book.pk)]), kind=KIND)


def _centre() -> list[str]:
    return _addresses(Q(appointments__role=Role.REGIONAL_CENTRE))


def _school(book: YearBook) -> list[str]:
    """Those who began and sent it; the municipality's coordinators where neither can be written to."""
    people = _addresses(Q(pk__in=[pk for pk in (book.sent_by_id, book.created_by_id) if pk]))
    here = Q(appointments__role=Role.COORDINATOR, appointments__municipality=book.organisation.municipality_id)
    return people or _addresses(here)


def _addresses(who: Q) -> list[str]:
    users = get_user_model()._default_manager.filter(who, is_active=True).exclude(email="")
    return sorted(set(users.values_list("email", flat=True)))
