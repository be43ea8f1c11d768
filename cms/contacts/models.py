"""The public contacts of a municipality's coordinator, and the fact that a visitor wrote."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.contacts.enums import Subject
from cms.territories.models import Municipality

#: How many letters one address may send in an hour, and one network, which a whole school may share.
LETTERS_PER_HOUR = 5
LETTERS_PER_NETWORK = 20

PHONE = RegexValidator(
    r"^[\d\s()+–,;доб.-]{5,60}$", _("Телефон пишется цифрами: «8 (000) 000-00-00, доб. 12»."), code="phone"
)


class CoordinatorContact(models.Model):
    """How visitors reach the coordinator of a municipality: by the office; by name only where the person agreed."""

    territory_path = "municipality"

    municipality = models.OneToOneField(
        Municipality, models.CASCADE, related_name="contact", verbose_name=_("муниципалитет")
    )
    office = models.CharField(
        _("где работает координатор"), max_length=200, help_text=_("«Управление образования, методический кабинет»")
    )
    phone = models.CharField(_("телефон"), max_length=60, blank=True, validators=[PHONE], help_text=_("Служебный."))
    email = models.EmailField(
        _("служебная почта"),
        blank=True,
        help_text=_("Её увидят посетители, и на неё придут письма с сайта. Пусто: письма придут сотрудникам с ролью."),
    )
    address = models.CharField(_("адрес"), max_length=200, blank=True)
    hours = models.CharField(_("когда отвечают"), max_length=120, blank=True, help_text=_("«пн–пт, 9:00–17:00»"))
    person = models.CharField(
        _("имя координатора"), max_length=160, blank=True, help_text=_("Его увидят, если ниже указан день согласия.")
    )
    person_agreed_on = models.DateField(
        _("согласие на публикацию имени получено"),
        null=True,
        blank=True,
        help_text=_("Сотрите день, когда согласие отозвано: имя исчезнет с сайта сразу."),
    )

    class Meta:
        ordering = ["municipality__short_name"]
        verbose_name = _("контакты координатора")
        verbose_name_plural = _("контакты координаторов")

    def __str__(self) -> str:
        return f"{self.municipality}: {self.office}"

    def clean(self) -> None:
        """A consent belongs to somebody and was given already."""
        if self.person_agreed_on and not self.person.strip():
            raise ValidationError({"person": _("Напишите, чьё имя согласились показать, или сотрите день согласия.")})
        if self.person_agreed_on and self.person_agreed_on > timezone.localdate():
            raise ValidationError({"person_agreed_on": _("Этот день ещё не наступил. Укажите день согласия.")})

    def public_person(self, on: date) -> str:
        """The name, if the person agreed to it by that day."""
        agreed = self.person_agreed_on
        return self.person.strip() if agreed is not None and agreed <= on else ""


class VisitorLetterQuerySet(models.QuerySet["VisitorLetter"]):
    """Questions about letters."""

    def too_many_from(self, email: str, network: str, now: datetime) -> bool:
        """Whether this sender wrote so often in the last hour that the next letter has to wait."""
        recent = self.filter(written_at__gt=now - timedelta(hours=1), written_at__lt=now + timedelta(minutes=5))
        mine = recent.filter(sender_email__iexact=email).count() if email else 0
        return mine >= LETTERS_PER_HOUR or recent.filter(network=network).count() >= LETTERS_PER_NETWORK


class VisitorLetter(models.Model):
    """That a visitor wrote; the words pass through the outbox and are not kept."""

    territory_path = "municipality"

    municipality = models.ForeignKey(
        Municipality,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="visitor_letters",
        verbose_name=_("кому"),
        help_text=_("Пусто: в региональный центр."),
    )
    subject = models.CharField(_("о чём"), max_length=20, choices=Subject)
    page = models.CharField(_("страница"), max_length=500, blank=True)
    sender_name = models.CharField(_("ваше имя"), max_length=120, blank=True)
    sender_email = models.EmailField(_("ваш адрес почты"), blank=True)
    network = models.CharField(max_length=64, editable=False, help_text="A keyed hash of the sender's address.")
    written_at = models.DateTimeField(default=timezone.now, editable=False, db_index=True)

    objects = VisitorLetterQuerySet.as_manager()

    class Meta:
        ordering = ["-written_at"]
        verbose_name = _("письмо посетителя")
        verbose_name_plural = _("письма посетителей")

    def __str__(self) -> str:
        return f"{self.get_subject_display()}, {self.written_at:%d.%m.%Y}"
