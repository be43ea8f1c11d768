"""Writing a letter and passing it on."""

from __future__ import annotations

import logging
from functools import partial

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from mentoring.bank.models import Mentor
from mentoring.bank.presenters import public_mentor
from mentoring.letters.models import MentorLetter

logger = logging.getLogger(__name__)


class LetterRefused(Exception):
    """The letter cannot be taken; the words say why and what to do."""


def network_mark(address: str) -> str:
    """A keyed hash of a network address: enough to count letters, useless to anybody else."""
    return salted_hmac("mentoring.letters", address).hexdigest()


class WriteLetter:
    """Takes a visitor's letter to a mentor who agreed to get letters, and sends it once it is kept."""

    def __init__(self, letter: MentorLetter, mentor: Mentor) -> None:
        self.letter = letter
        self.mentor = mentor

    def check(self) -> None:
        """Raise ``LetterRefused`` where the mentor takes no letters now, or the sender wrote too often."""
        shown = public_mentor(self.mentor, timezone.localdate())
        if shown is None or not shown.can_be_written_to:
            raise LetterRefused(_("Этот наставник сейчас не принимает писем. Напишите координатору района."))
        letter = self.letter
        if MentorLetter.objects.too_many_from(letter.sender_email, letter.network, timezone.now()):
            raise LetterRefused(_("За последний час вы отправили пять писем. Подождите час и отправьте это."))

    @transaction.atomic
    def execute(self) -> None:
        """Keep the letter; the mail leaves after the commit, and a silent mail server loses nothing."""
        self.check()
        self.letter.mentor = self.mentor
        self.letter.save()
        transaction.on_commit(partial(pass_on, self.letter))


def pass_on(letter: MentorLetter) -> bool:
    """Hand a letter to the mail server; False where it has to wait. A letter that was passed on loses its text."""
    subject = _("Письмо с сайта «%(site)s» от %(name)s") % {
        "site": settings.WAGTAIL_SITE_NAME,
        "name": " ".join(letter.sender_name.split()),
    }
    body = render_to_string("mentoring/letters/mail.txt", {"letter": letter, "mentor": letter.mentor})
    message = EmailMessage(subject, body, to=[letter.mentor.email], reply_to=[letter.sender_email])
    try:
        message.send()
    except OSError:
        logger.warning("letter %s waits: the mail server did not take it", letter.pk, exc_info=True)
        return False
    MentorLetter.objects.filter(pk=letter.pk).update(sent_at=timezone.now(), text="")
    return True
