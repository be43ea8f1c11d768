"""The consent to this interview that each of the two gives on the page behind the own link, and may take back there."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.actions import Refused, read_anew
from cms.appearance.centre import current_centre
from mentoring.consents.actions import RecordConsent, WithdrawConsent
from mentoring.consents.enums import Channel, PublicField, Purpose
from mentoring.consents.mentees import RecordMenteeConsent, WithdrawMenteeConsent
from mentoring.consents.models import MenteeConsent, MentorConsent
from mentoring.duets.agreement import consents_to, has_consent
from mentoring.duets.enums import WORDING_STATES, Voice
from mentoring.duets.models import DuetProject, Speaker
from mentoring.duets.months import month_genitive

#: The words of the consent on the page; a change of them is a new version.
TEXT_VERSION = "duet-3"


def consent_text(project: DuetProject, speaker: Speaker) -> str:
    """The consent, word for word as the page shows it and the record keeps it."""
    return _(
        "Я, %(who)s, даю согласие на то, чтобы %(holder)s опубликовал на этом сайте интервью «Дуэт» %(month)s: "
        "моё имя, подпись под ним и мои слова, которые я утверждаю. Из интервью делают карточку, рассылку и файл "
        "для печати; его могут перепечатать другие разделы сайта с указанием источника. Согласие только на это "
        "интервью, без срока. Отозвать его можно в любой день по этой же ссылке или через координатора: интервью "
        "исчезнет с сайта."
    ) % {
        "who": ", ".join(filter(None, (speaker.name, speaker.about))),
        "holder": f"«{current_centre().name}»",
        "month": month_genitive(project.month),
    }


class AgreeToPublish:
    """Records the consent of one of the two to this interview, given over the personal link."""

    def __init__(self, project: DuetProject, voice: Voice, with_portrait: bool) -> None:
        self.project = project
        self.voice = voice
        self.with_portrait = with_portrait

    @transaction.atomic
    def execute(self) -> None:
        """Record it, unless one is in force already; raises ``Refused`` for a minor or a duet without a pair."""
        read_anew(self.project)
        if has_consent(self.project, self.voice, timezone.localdate()):
            return
        if self.project.offered_at is None or self.project.state not in WORDING_STATES:
            raise Refused(
                _("Соглашаться ещё не с чем: редактор не показал слова. Он напишет, когда их можно прочитать.")
            )
        if self.project.mentee is None or self.project.pair is None:
            raise Refused(_("Дуэт не связан с парой: согласие записать нельзя. Напишите редактору."))
        record = {
            "interview": self.project,
            "given_on": timezone.localdate(),
            "channel": Channel.ELECTRONIC,
            "text_version": TEXT_VERSION,
            "text": consent_text(self.project, self.project.by_voice[self.voice]),
            "holder": current_centre().name,
            "proof": _("По личной ссылке, дуэт № %(number)d") % {"number": self.project.pk},
        }
        if self.voice == Voice.MENTEE:
            mentee = MenteeConsent(mentee=self.project.mentee, with_portrait=self.with_portrait, **record)
            RecordMenteeConsent(mentee, None).execute()
        else:
            fields = [PublicField.PORTRAIT.value] if self.with_portrait else []
            mentor = MentorConsent(mentor=self.project.pair.mentor, purpose=Purpose.INTERVIEW, fields=fields, **record)
            RecordConsent(mentor, None).execute()


class TakeConsentBack:
    """Withdraws every consent of one of the two to this interview; the page comes down at once."""

    def __init__(self, project: DuetProject, voice: Voice) -> None:
        self.project = project
        self.voice = voice

    @transaction.atomic
    def execute(self) -> None:
        """Withdraw; raises ``Refused`` where no consent is in force."""
        read_anew(self.project)
        today = timezone.localdate()
        given = list(consents_to(self.project, self.voice, today))
        if not given:
            raise Refused(_("Согласия на это интервью сейчас нет: отзывать нечего."))
        for consent in given:
            verb = WithdrawMenteeConsent if isinstance(consent, MenteeConsent) else WithdrawConsent
            verb(consent, None, today).execute()
