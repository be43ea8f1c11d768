"""Writing a letter and passing it on."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.mailing.kinds import register_mail_kind
from cms.mailing.outbox import send_later
from mentoring.bank.models import Mentor
from mentoring.bank.presenters import public_mentor
from mentoring.letters.models import MentorLetter

LETTER = register_mail_kind("mentoring.letter", gettext_lazy("письмо наставнику"))


class LetterRefused(Exception):
    """The letter cannot be taken; the words say why and what to do."""


class WriteLetter:
    """Takes a visitor's letter to a mentor who agreed to get letters, and puts it into the outbox."""

    def __init__(self, letter: MentorLetter, text: str, mentor: Mentor) -> None:
        self.letter = letter
        self.text = text
        self.mentor = mentor

    def check(self) -> None:
        """Raise ``LetterRefused`` where the mentor takes no letters now, or the sender wrote too often."""
        shown = public_mentor(self.mentor, timezone.localdate())
        if shown is None or not shown.can_be_written_to:
            words = _("Этот наставник сейчас не принимает писем. Напишите координатору своего муниципалитета.")
            raise LetterRefused(words)
        letter = self.letter
        if MentorLetter.objects.too_many_from(letter.sender_email, letter.network, timezone.now()):
            raise LetterRefused(_("За последний час вы отправили пять писем. Подождите час и отправьте это."))

    @transaction.atomic
    def execute(self) -> None:
        """Keep who wrote and when; the words themselves wait in the outbox and are forgotten once they have left."""
        self.check()
        self.letter.mentor = self.mentor
        self.letter.save()
        subject = _("Письмо с сайта «%(site)s» от %(name)s") % {
            "site": settings.WAGTAIL_SITE_NAME,
            "name": self.letter.sender_name,
        }
        context = {"letter": self.letter, "mentor": self.mentor, "text": self.text}
        body = render_to_string("mentoring/letters/mail.txt", context)
        send_later(self.mentor.email, subject, body, kind=LETTER, reply_to=self.letter.sender_email)
