from django.db import models
from django.utils.translation import gettext_lazy as _


class MunicipalityKind(models.TextChoices):
    """Kinds of municipality by the law on local self-government."""

    DISTRICT = "district", _("муниципальный район")
    MUNICIPAL_OKRUG = "municipal_okrug", _("муниципальный округ")
    CITY_OKRUG = "city_okrug", _("городской округ")


class OrganisationKind(models.TextChoices):
    """Kinds of educational organisation."""

    SCHOOL = "school", _("школа")
    GYMNASIUM = "gymnasium", _("гимназия")
    LYCEUM = "lyceum", _("лицей")
    KINDERGARTEN = "kindergarten", _("детский сад")
    COLLEGE = "college", _("колледж или техникум")
    EXTRA = "extra", _("дополнительное образование")
    CENTRE = "centre", _("методический центр")
    OTHER = "other", _("другая организация")
