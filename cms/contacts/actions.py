"""Passing a visitor's letter on."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.actions import Refused
from cms.contacts.enums import Subject
from cms.contacts.models import VisitorLetter
from cms.contacts.people import recipients
from cms.mailing.addresses import absolute
from cms.mailing.kinds import register_mail_kind
from cms.mailing.outbox import send_later

LETTER = register_mail_kind("cms.visitor_letter", gettext_lazy("письмо посетителя"))


class PassOn:
    """Takes a visitor's letter and puts it into the outbox of whoever answers for the place."""

    def __init__(self, letter: VisitorLetter, text: str) -> None:
        self.letter = letter
        self.text = text

    def check(self) -> None:
        """Raise ``Refused`` where the sender wrote too often."""
        letter = self.letter
        if VisitorLetter.objects.too_many_from(letter.sender_email, letter.network, timezone.now()):
            raise Refused(_("За последний час отсюда уже отправили много писем. Подождите час и отправьте это."))

    @transaction.atomic
    def execute(self) -> None:
        """Keep who wrote and when; the words themselves wait in the outbox and are forgotten once they have left."""
        self.check()
        letter = self.letter
        letter.save()
        words = {
            Subject.QUESTION: _("Вопрос с сайта «%(site)s» от %(name)s"),
            Subject.MISTAKE: _("Ошибка на сайте «%(site)s»"),
        }[Subject(letter.subject)] % {"site": settings.WAGTAIL_SITE_NAME, "name": letter.sender_name}
        page = absolute(letter.page) if letter.page else ""
        body = render_to_string("cms/contacts/mail.txt", {"letter": letter, "text": self.text, "page": page})
        send_later(recipients(letter.municipality), words, body, kind=LETTER, reply_to=letter.sender_email)
