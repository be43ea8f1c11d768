"""Reference tables with stable codes, which addresses, filters and imports rely on."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.choice_list import ChoiceListField
from mentoring.pairs.enums import PairModel

CODE_HELP = _("Латинские буквы, цифры и дефис. Код стоит в адресах поиска: не меняйте его без нужды.")


class ReferenceEntry(models.Model):
    """One value of a reference table; ``code`` never changes its meaning, ``name`` may be reworded."""

    code = models.SlugField(_("код"), max_length=60, unique=True, help_text=CODE_HELP)
    name = models.CharField(_("название"), max_length=160, unique=True)
    order = models.PositiveSmallIntegerField(_("порядок"), default=100)
    is_active = models.BooleanField(_("предлагать в формах"), default=True)

    class Meta:
        abstract = True
        ordering = ["order", "name"]

    def __str__(self) -> str:
        return self.name


class Subject(ReferenceEntry):
    """A school subject or field of teaching."""

    class Meta(ReferenceEntry.Meta):
        verbose_name = _("предмет")
        verbose_name_plural = _("предметы")


class Direction(ReferenceEntry):
    """A direction of joint work «Направление совместной деятельности» (S4-01)."""

    class Meta(ReferenceEntry.Meta):
        verbose_name = _("направление совместной деятельности")
        verbose_name_plural = _("направления совместной деятельности")


class Audience(ReferenceEntry):
    """Whom a mentor can take «Кто может стать наставляемым» (S4-01)."""

    class Meta(ReferenceEntry.Meta):
        verbose_name = _("кто может стать наставляемым")
        verbose_name_plural = _("кто может стать наставляемым")


class Deficit(ReferenceEntry):
    """A professional deficit, and the directions of joint work that help with it (S0-10)."""

    directions = models.ManyToManyField(
        Direction, blank=True, related_name="deficits", verbose_name=_("направления, которые помогают")
    )

    class Meta(ReferenceEntry.Meta):
        verbose_name = _("профессиональный дефицит")
        verbose_name_plural = _("профессиональные дефициты")


class FormEntry(ReferenceEntry):
    """A value that suits certain forms of pairs (S3-02)."""

    pair_models = ChoiceListField(_("для каких форм"), options=PairModel, blank=False)

    class Meta(ReferenceEntry.Meta):
        abstract = True


class WorkFormat(FormEntry):
    """A format of work of a pair; the list of each form is open (S2-02, S3-02)."""

    class Meta(FormEntry.Meta):
        verbose_name = _("формат работы")
        verbose_name_plural = _("форматы работы")


class SchoolDocument(FormEntry):
    """A kind of document of an organisation on which the work of a pair rests (S3-02)."""

    class Meta(FormEntry.Meta):
        verbose_name = _("документ организации")
        verbose_name_plural = _("документы организации")
