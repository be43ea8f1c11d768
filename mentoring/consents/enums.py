from django.db import models
from django.utils.translation import gettext_lazy as _


class Purpose(models.TextChoices):
    """What a person agreed to; each purpose has its own record (152-ФЗ)."""

    PROCESSING = "processing", _("обработка персональных данных")
    PUBLICATION = "publication", _("публикация в банке наставников")
    INTERVIEW = "interview", _("публикация одного интервью «Дуэт»")


#: What the entry of the bank rests on; an interview has a consent of its own.
BANK_PURPOSES = frozenset({Purpose.PROCESSING, Purpose.PUBLICATION})


class PublicField(models.TextChoices):
    """What a consent to publication names beyond the entry itself (name, work, subjects, experience, category)."""

    ABOUT = "about", _("рассказ о себе")
    PORTRAIT = "portrait", _("фотография")
    HONOURS = "honours", _("звания и награды")
    MATERIALS = "materials", _("методический кейс и портфолио")
    PAGE = "page", _("личная страница")
    EMAIL = "email", _("письма через форму сайта")
    PHONE = "phone", _("телефон")


class Channel(models.TextChoices):
    """How a consent was given."""

    PAPER = "paper", _("на бумаге")
    ELECTRONIC = "electronic", _("на сайте")
    IMPORT = "import", _("подтверждено держателем списка")
