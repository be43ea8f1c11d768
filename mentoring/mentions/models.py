"""Who is named where, what of a text is hidden because of it, and whose names are looked for after a withdrawal."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.territories.models import Municipality
from mentoring.mentions.enums import MentionState, ReadState
from mentoring.mentions.querysets import FileTextQuerySet, MentionQuerySet

#: Whose names are known: a mentor of the bank, a mentee of a pair, a curator by consent, a coordinator of the contacts.
PEOPLE = models.Q(app_label="mentoring", model__in=("mentor", "pairmentee", "curatorconsent")) | models.Q(
    app_label="cms", model="coordinatorcontact"
)


class PersonMention(models.Model):
    """A person named in the texts of a page or of another thing (``kind``: all pages share one).

    ``holds_until`` is the last day on which the consents of the person let a linked name stand (None: as long as
    nobody withdraws); past it the page is shown only while ``is_covered``: the name is hidden in what is stored.
    """

    person_kind = models.ForeignKey(ContentType, models.CASCADE, related_name="+", limit_choices_to=PEOPLE)
    person_id = models.PositiveBigIntegerField()
    kind = models.ForeignKey(ContentType, models.CASCADE, related_name="+", verbose_name=_("вид"))
    thing_id = models.PositiveBigIntegerField(_("номер"))
    state = models.CharField(_("чьё имя"), max_length=10, choices=MentionState, default=MentionState.FOUND)
    #: Linked by an editor's link inside the text, and not by a mark beside it.
    by_link = models.BooleanField(default=False)
    places = models.CharField(_("где стоит"), max_length=300, blank=True)
    words = models.CharField(_("как написано"), max_length=200, blank=True)
    municipality = models.ForeignKey(
        Municipality, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("муниципалитет")
    )
    holds_until = models.DateField(null=True, blank=True)
    is_covered = models.BooleanField(default=False)
    found_at = models.DateTimeField(auto_now_add=True)

    objects = MentionQuerySet.as_manager()

    class Meta:
        verbose_name = _("имя в тексте")
        verbose_name_plural = _("имена в текстах")
        constraints = [
            models.UniqueConstraint(
                fields=["person_kind", "person_id", "kind", "thing_id"], name="person_once_in_a_thing"
            )
        ]
        indexes = [
            models.Index(fields=["kind", "thing_id"], name="mention_of_thing"),
            models.Index(fields=["state", "is_covered", "holds_until"], name="mention_overdue"),
        ]

    def __str__(self) -> str:
        return f"{self.words}: {self.places}"


class CoveredText(models.Model):
    """A stored text in which names are hidden: as its author wrote it, and as it stands for visitors now."""

    row_kind = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    row_id = models.PositiveBigIntegerField()
    field = models.CharField(max_length=80)
    whole: Any = models.JSONField(encoder=DjangoJSONEncoder)
    shown: Any = models.JSONField(encoder=DjangoJSONEncoder)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["row_kind", "row_id", "field"], name="text_covered_once")]


class FileText(models.Model):
    """The words of an uploaded document, read once for each content of the file; ``state`` says why there are none."""

    document = models.OneToOneField("wagtaildocs.Document", models.CASCADE, related_name="+")
    file_hash = models.CharField(max_length=40, editable=False)
    state = models.CharField(_("прочитан ли"), max_length=10, choices=ReadState)
    text = models.TextField(blank=True)
    read_at = models.DateTimeField(auto_now=True)

    objects = FileTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("текст файла")
        verbose_name_plural = _("тексты файлов")

    def __str__(self) -> str:
        return f"{self.document}: {self.get_state_display()}"


class NameWatch(models.Model):
    """A person whose consent has ended: since when, and when all texts were last read for the name."""

    person_kind = models.ForeignKey(ContentType, models.CASCADE, related_name="+", limit_choices_to=PEOPLE)
    person_id = models.PositiveBigIntegerField()
    since = models.DateField()
    searched_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person_kind", "person_id"], name="person_watched_once")]
