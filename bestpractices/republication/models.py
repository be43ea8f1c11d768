"""The copy of a page in another branch, and what its source sent since.

What is copied lies outside of the page's revisions: an old draft brings back an old title, never an old wording. No row
points across trees: the source is named by its id, so that it may stand in another installation (decision 0014).
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _

from bestpractices.republication.documents import Document
from bestpractices.republication.documents.differences import words
from bestpractices.republication.documents.document import unpacked
from bestpractices.republication.enums import CopyMode, CopyState, UpdateState
from bestpractices.republication.families import FAMILY
from bestpractices.republication.querysets import KeptFileQuerySet, RepublicationQuerySet, SourceUpdateQuerySet
from cms.pages.editorial import EditorialPage
from cms.pages.findable import Found, FoundAs


class RepublishedPage(EditorialPage):
    """A published page of somebody else in one's own branch: own title, summary, date and place; their words."""

    date = models.DateField(_("дата у нас"), help_text=_("Дата, под которой материал стоит в вашем разделе."))

    content_panels: ClassVar = [*EditorialPage.content_panels, "date"]
    subpage_types: ClassVar[list[str]] = []
    is_creatable = False
    template = "republication/page.html"
    found_as: ClassVar = FoundAs("copy", _("Материалы других разделов"))
    found_with: ClassVar = FAMILY

    class Meta:
        verbose_name = _("материал из другого раздела")
        verbose_name_plural = _("материалы из других разделов")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The copy, its differences from the source, or the stub that a withdrawn one leaves."""
        from bestpractices.republication.public import serve

        return serve(self, request)

    def found(self) -> Found | None:
        """The copy's own title and the source's words; a stub, and words whose consents have ended, are not found."""
        from bestpractices.republication.kinds import kinds
        from bestpractices.republication.passing_on import source_words
        from bestpractices.republication.presenters import shown_document

        document = None if self.is_withdrawn else shown_document(self.republication)
        if document is None:
            return None
        text = "\n".join(words(section) for section in document.sections)
        return Found(
            self.title,
            self.lead,
            text,
            people=", ".join(document.authors),
            facts=(source_words(document),),
            day=self.date,
            facets=document.facets,
            listed_as=kinds.listed_as(document.kind),
        )

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """None: search engines are led to the original."""
        return []

    @property
    def is_withdrawn(self) -> bool:
        """Whether only the stub is left; a copy without its record counts as withdrawn."""
        record = getattr(self, "republication", None)
        return record is None or record.state == CopyState.WITHDRAWN


class KeptFile(models.Model):
    """A file of a copy, stored once under the hash of its content; it survives a deletion at the source."""

    sha256 = models.CharField(max_length=64, unique=True)
    file = models.FileField(upload_to="kept/")
    content_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField(help_text="bytes")

    objects = KeptFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("файл копии")
        verbose_name_plural = _("файлы копий")


class PublishedSource(models.Model):
    """How often a page has announced itself; the numbers tell a receiver which message is the newest."""

    source_id = models.UUIDField(unique=True)
    sequence = models.PositiveIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True, help_text="of the last announced version; empty: withdrawn")

    class Meta:
        verbose_name = _("источник")
        verbose_name_plural = _("источники")


class Republication(models.Model):
    """What a copy shows, where it came from, and how it follows its source."""

    page = models.OneToOneField(RepublishedPage, models.CASCADE, related_name="republication")
    kind = models.CharField(_("вид материала"), max_length=40)
    source_id = models.UUIDField(db_index=True)
    #: The id of the page that the chain of copies began with; the source's own where it is no copy itself.
    origin_id = models.UUIDField(db_index=True)
    source_url = models.CharField(max_length=500)
    source_title = models.CharField(max_length=255, blank=True)
    #: As ``Document.packed``; empty after a withdrawal.
    content = models.JSONField(default=dict)
    #: The hash of the version that the editor last decided about, and the number of the last message.
    seen_sha256 = models.CharField(max_length=64, blank=True)
    sequence = models.PositiveIntegerField(default=0)
    mode = models.CharField(_("новые версии"), max_length=10, choices=CopyMode, default=CopyMode.HOLD)
    state = models.CharField(max_length=10, choices=CopyState, default=CopyState.CURRENT)
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    taken_on = models.DateField()
    withdrawn_on = models.DateField(null=True, blank=True)
    files = models.ManyToManyField(KeptFile, related_name="republications")

    objects = RepublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("копия")
        verbose_name_plural = _("копии")

    def __str__(self) -> str:
        return self.page.title

    @property
    def document(self) -> Document | None:
        """What the copy shows; None after a withdrawal."""
        return unpacked(self.content) if self.content else None


class SourceUpdate(models.Model):
    """A new version of the source that the copy's editor decides about."""

    republication = models.ForeignKey(Republication, models.CASCADE, related_name="updates")
    sequence = models.PositiveIntegerField()
    content = models.JSONField(default=dict)
    sha256 = models.CharField(max_length=64)
    arrived_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=10, choices=UpdateState, default=UpdateState.WAITING)
    accepted_sections = models.JSONField(default=list)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    files = models.ManyToManyField(KeptFile, related_name="updates")

    objects = SourceUpdateQuerySet.as_manager()

    class Meta:
        ordering = ["-sequence"]
        verbose_name = _("новая версия источника")
        verbose_name_plural = _("новые версии источников")
        constraints = [models.UniqueConstraint(fields=["republication", "sequence"], name="source_update_once")]

    def __str__(self) -> str:
        return f"{self.republication}, {self.sequence}"

    @property
    def is_waiting(self) -> bool:
        """Whether nobody has decided about it yet."""
        return self.state == UpdateState.WAITING

    @property
    def document(self) -> Document | None:
        """The version as it arrived; None once the source is withdrawn."""
        return unpacked(self.content) if self.content else None
