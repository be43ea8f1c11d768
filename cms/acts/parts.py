"""What an act consists of beside its own fields: operative paragraphs, files, relations; all part of the draft."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.documents import get_document_model_string
from wagtail.models import Orderable

from cms.acts.enums import Deed, RelationKind
from cms.acts.querysets import ActRelationQuerySet
from cms.acts.sums import sha256_of

ACT = "cms.ActPage"


class ActParagraph(Orderable):
    """An operative paragraph with the number that the document gives it: «3.1»."""

    act = ParentalKey(ACT, on_delete=models.CASCADE, related_name="paragraphs")
    number = models.CharField(gettext_lazy("пункт"), max_length=12, help_text=gettext_lazy("«3» или «3.1»"))
    deed = models.CharField(gettext_lazy("что делает"), max_length=12, choices=Deed, default=Deed.ORDERS)
    text = models.TextField(gettext_lazy("текст"), max_length=3000)

    class Meta(Orderable.Meta):
        verbose_name = gettext_lazy("пункт")
        verbose_name_plural = gettext_lazy("пункты")

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"


class ActAttachment(Orderable):
    """The document itself, or an appendix: a file, a text, or both."""

    act = ParentalKey(ACT, on_delete=models.CASCADE, related_name="attachments")
    title = models.CharField(
        gettext_lazy("название"), max_length=240, help_text=gettext_lazy("«Приказ с приложениями», «Положение»")
    )
    is_appendix = models.BooleanField(
        gettext_lazy("приложение, утверждено этим актом"),
        default=False,
        help_text=gettext_lazy("На листе встанет гриф «УТВЕРЖДЕНО приказом … от … № …»."),
    )
    document = models.ForeignKey(
        get_document_model_string(),
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=gettext_lazy("файл"),
    )
    text = models.TextField(
        gettext_lazy("текст приложения"),
        max_length=20_000,
        blank=True,
        help_text=gettext_lazy("Если файла нет. Пустая строка начинает новый абзац."),
    )
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    size = models.PositiveBigIntegerField(null=True, blank=True, editable=False)
    file_hash = models.CharField(max_length=40, blank=True, editable=False)
    unchanged_since = models.DateField(null=True, blank=True, editable=False)

    class Meta(Orderable.Meta):
        verbose_name = gettext_lazy("файл или приложение")
        verbose_name_plural = gettext_lazy("файлы и приложения")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if not self.document_id and not self.text.strip():
            raise ValidationError({"document": _("Выберите файл или впишите текст приложения.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Take size and SHA-256 of the file as it is now, and the day since which it is the same."""
        before = self.sha256
        self.sha256, self.size = sha256_of(self.document) if self.document else ("", None)
        self.file_hash = self.document.get_file_hash() if self.document and self.sha256 else ""
        if self.sha256 != before or self.unchanged_since is None:
            self.unchanged_since = timezone.localdate() if self.sha256 else None
        super().save(*args, **kwargs)

    @property
    def is_replaced(self) -> bool:
        """Whether another file stands in the place of the one that was published with the act."""
        return bool(self.document and self.sha256 and self.document.file_hash != self.file_hash)


class ActRelation(Orderable):
    """What this act does to another one, which stands on the site or is only cited."""

    act = ParentalKey(ACT, on_delete=models.CASCADE, related_name="relations")
    kind = models.CharField(gettext_lazy("связь"), max_length=12, choices=RelationKind, default=RelationKind.RESTS_ON)
    target = models.ForeignKey(
        ACT,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="incoming",
        verbose_name=gettext_lazy("документ на сайте"),
    )
    citation = models.CharField(
        gettext_lazy("документ, которого на сайте нет"),
        max_length=400,
        blank=True,
        help_text=gettext_lazy("Кто издал, вид, дата и номер: «приказ министерства от 04.07.2022 № 26-01-06-629»."),
    )
    since = models.DateField(
        gettext_lazy("с какого дня"), null=True, blank=True, help_text=gettext_lazy("Если не со дня самого акта.")
    )
    points = models.CharField(
        gettext_lazy("какие пункты"),
        max_length=120,
        blank=True,
        help_text=gettext_lazy("«пункты 2 и 3.1»; пусто: весь документ"),
    )

    objects = ActRelationQuerySet.as_manager()

    class Meta(Orderable.Meta):
        verbose_name = gettext_lazy("связь с другим актом")
        verbose_name_plural = gettext_lazy("связи с другими актами")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.citation or self.target or ''}"

    def clean(self) -> None:
        super().clean()
        if not self.target_id and not self.citation.strip():
            raise ValidationError({"target": _("Выберите документ на сайте или впишите, на какой ссылаетесь.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the words of a chosen act: they stay when its page goes."""
        if self.target is not None:
            self.citation = self.target.citation[:400]
        super().save(*args, **kwargs)
