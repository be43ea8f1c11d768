"""A term of the glossary, and the page on which all terms stand."""

from __future__ import annotations

from typing import Any, ClassVar

from anyascii import anyascii
from django.db import models
from django.http import HttpRequest
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, TitleFieldPanel

from cms.pages.editorial import EditorialPage
from cms.pages.findable import FoundAs


class GlossaryTerm(models.Model):
    """A term with one definition (S0-05, S4-17); texts link their first use of it to the page «Словарь»."""

    term = models.CharField(_("термин"), max_length=120, unique=True, help_text=_("В начальной форме: «наставник»."))
    aliases = models.TextField(
        _("другие названия"),
        blank=True,
        max_length=1000,
        help_text=_("Каждое с новой строки: «ИОМ». Падежи и числа перечислять не нужно."),
    )
    definition = models.TextField(_("что это"), max_length=1200)
    source = models.CharField(_("источник"), blank=True, max_length=300, help_text=_("Акт или книга"))
    is_linked = models.BooleanField(
        _("ссылаться из текстов"), default=True, help_text=_("Снимите, если слово обычное и ссылки мешают читать.")
    )

    class Meta:
        ordering = ["term"]
        verbose_name = _("термин")
        verbose_name_plural = _("словарь")

    def __str__(self) -> str:
        return self.term

    @property
    def anchor(self) -> str:
        """The place of the term on the page."""
        return slugify(anyascii(self.term)) or f"termin-{self.pk}"

    @property
    def phrases(self) -> list[str]:
        """All names of the term."""
        return [self.term, *(line.strip() for line in self.aliases.splitlines() if line.strip())]


class GlossaryPage(EditorialPage):
    """«Словарь»: all terms by their letters."""

    parent_page_types: ClassVar = ["cms.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    max_count = 1
    in_feeds = False
    found_as = FoundAs("about", _("О центре"))
    content_panels: ClassVar = [TitleFieldPanel("title"), FieldPanel("lead")]
    template = "cms/glossary/glossary_page.html"

    class Meta:
        verbose_name = _("словарь")
        verbose_name_plural = _("словари")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from cms.glossary.letters import by_letters

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {**context, "letters": by_letters(GlossaryTerm.objects.all())}
