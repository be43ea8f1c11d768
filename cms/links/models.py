"""Links to other sites as the machine keeps them; nobody edits these records, they follow the texts."""

from __future__ import annotations

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.accounts.people import name_of
from cms.links.enums import LinkState
from cms.links.querysets import LinkPlaceQuerySet, OutgoingLinkQuerySet
from cms.territories.models import Municipality


class OutgoingLink(models.Model):
    """An address on another site, once, with what the last questions told."""

    #: SHA-256 of the address: addresses are longer than some databases index.
    digest = models.CharField(max_length=64, unique=True, editable=False)
    address = models.TextField(_("адрес"))
    state = models.CharField(_("состояние"), max_length=12, choices=LinkState, default=LinkState.NEW)
    note = models.CharField(_("подробнее"), max_length=200, blank=True)
    moved_to = models.TextField(_("новый адрес"), blank=True)
    checked_at = models.DateTimeField(_("проверена"), null=True, blank=True)
    next_check = models.DateTimeField(_("следующая проверка"), null=True, blank=True)
    #: How many times in a row the site did not answer.
    silences = models.PositiveSmallIntegerField(default=0)

    objects = OutgoingLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("ссылка на другой сайт")
        verbose_name_plural = _("ссылки на другие сайты")
        indexes = [models.Index(fields=["next_check"], name="link_next_check")]

    def __str__(self) -> str:
        return self.address


class LookAlike(models.Model):
    """Two links that differ in one letter; kept as long as both stand somewhere, with the word that both are right.

    A link that changes is another link: its pair goes, and what was said of it.
    """

    one = models.ForeignKey(OutgoingLink, models.CASCADE, related_name="+")
    other = models.ForeignKey(OutgoingLink, models.CASCADE, related_name="+")
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("кто отметил «так и надо»"),
    )
    accepted_at = models.DateTimeField(_("когда отметил"), null=True, blank=True)

    class Meta:
        verbose_name = _("похожие ссылки")
        verbose_name_plural = _("похожие ссылки")
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="look_alike_once")]

    def __str__(self) -> str:
        return f"{self.one} – {self.other}"

    @property
    def decision(self) -> dict[str, str]:
        """``who`` said that both are right, and on which ``day``."""
        who = name_of(self.accepted_by) if self.accepted_by else str(_("бывший сотрудник"))
        day = timezone.localtime(self.accepted_at).strftime("%d.%m.%Y") if self.accepted_at else ""
        return {"who": who, "day": day}


class LinkPlace(models.Model):
    """Where a link stands: in which field of which page or record."""

    link = models.ForeignKey(OutgoingLink, models.CASCADE, related_name="places", verbose_name=_("ссылка"))
    kind = models.ForeignKey(ContentType, models.CASCADE, related_name="+", verbose_name=_("вид"))
    thing_id = models.PositiveBigIntegerField(_("номер"))
    municipality = models.ForeignKey(
        Municipality, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("муниципалитет")
    )
    field = models.CharField(_("где стоит"), max_length=120)
    words = models.CharField(_("слова ссылки"), max_length=200, blank=True)

    objects = LinkPlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("место ссылки")
        verbose_name_plural = _("места ссылок")
        indexes = [models.Index(fields=["kind", "thing_id"], name="link_place_of")]

    def __str__(self) -> str:
        return f"{self.field}: {self.link}"
