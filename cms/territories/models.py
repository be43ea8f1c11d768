"""Where people work: region, municipalities, organisations, and the organisations' tags."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.territories.enums import MunicipalityKind, OrganisationKind
from cms.territories.querysets import MunicipalityQuerySet, OrganisationQuerySet

CODE_HELP = _("Латинские буквы, цифры и дефис. Входит в адреса страниц: не меняйте его без нужды.")


class Region(models.Model):
    """The region that the site serves, with the words its pages need."""

    code = models.SlugField(_("код"), max_length=40, unique=True, help_text=CODE_HELP)
    name = models.CharField(_("название"), max_length=120)
    name_genitive = models.CharField(_("название в родительном падеже"), max_length=120, help_text=_("Чего? «области»"))
    centre_name = models.CharField(_("наставнический центр"), max_length=200)
    founder = models.CharField(_("учредитель"), max_length=200, blank=True)
    address = models.CharField(_("адрес"), max_length=200, blank=True)
    phone = models.CharField(_("телефон"), max_length=60, blank=True)
    email = models.EmailField(_("электронная почта"), blank=True)

    class Meta:
        verbose_name = _("регион")
        verbose_name_plural = _("регион")

    def __str__(self) -> str:
        return self.name


class Municipality(models.Model):
    """A municipal district or okrug; every right of a coordinator ends at its border."""

    territory_path = "pk"

    region = models.ForeignKey(Region, models.PROTECT, related_name="municipalities", verbose_name=_("регион"))
    code = models.SlugField(_("код"), max_length=40, unique=True, help_text=CODE_HELP)
    kind = models.CharField(_("вид"), max_length=20, choices=MunicipalityKind, default=MunicipalityKind.DISTRICT)
    name = models.CharField(_("полное название"), max_length=120, unique=True, help_text=_("«Ключевской район»"))
    short_name = models.CharField(_("короткое название"), max_length=60, help_text=_("«Ключевской»"))
    name_prepositional = models.CharField(_("где?"), max_length=120, help_text=_("«Ключевском районе»"))
    is_remote = models.BooleanField(_("отдалённая территория"), default=False)
    is_active = models.BooleanField(_("участвует"), default=True)
    tile_label = models.CharField(_("подпись на карте"), max_length=6, blank=True)
    tile_column = models.PositiveSmallIntegerField(_("столбец на карте"), null=True, blank=True)
    tile_row = models.PositiveSmallIntegerField(_("ряд на карте"), null=True, blank=True)

    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        ordering = ["short_name"]
        verbose_name = _("муниципалитет")
        verbose_name_plural = _("муниципалитеты")

    def __str__(self) -> str:
        return self.name


class OrganisationTag(models.Model):
    """A federal project or status of an organisation: «Точка роста», «Кванториум» (S0-03)."""

    code = models.SlugField(_("код"), max_length=40, unique=True, help_text=CODE_HELP)
    name = models.CharField(_("название"), max_length=80)

    class Meta:
        ordering = ["name"]
        verbose_name = _("метка организации")
        verbose_name_plural = _("метки организаций")

    def __str__(self) -> str:
        return self.name


class Organisation(models.Model):  # type: ignore[django-manager-missing]  # mentoring stands above this room
    """A school, kindergarten or college of one municipality."""

    territory_path = "municipality"

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, related_name="organisations", verbose_name=_("муниципалитет")
    )
    code = models.SlugField(_("код"), max_length=60, unique=True, help_text=CODE_HELP)
    short_name = models.CharField(_("короткое название"), max_length=160, help_text=_("«Ракитинская школа»"))
    full_name = models.CharField(_("полное название"), max_length=400, help_text=_("Как в уставе"))
    kind = models.CharField(_("вид"), max_length=20, choices=OrganisationKind, default=OrganisationKind.SCHOOL)
    settlement = models.CharField(_("населённый пункт"), max_length=120, blank=True)
    tags = models.ManyToManyField(OrganisationTag, blank=True, related_name="organisations", verbose_name=_("метки"))
    is_reference = models.BooleanField(_("опорная организация"), default=False)
    is_rural = models.BooleanField(_("сельская"), default=False)
    site = models.URLField(_("сайт"), blank=True)
    is_active = models.BooleanField(_("работает"), default=True)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        ordering = ["municipality__short_name", "short_name"]
        verbose_name = _("организация")
        verbose_name_plural = _("организации")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "short_name"],
                name="organisation_short_name_once_in_a_municipality",
                violation_error_message=_("В этом муниципалитете уже есть организация с таким коротким названием."),
            )
        ]

    def __str__(self) -> str:
        return self.short_name
