from django.db import models
from django.utils.translation import gettext_lazy as _


class MentionState(models.TextChoices):
    """What is known of a name in a text."""

    LINKED = "linked", _("это этот человек")
    ANOTHER = "another", _("это другой человек")
    FOUND = "found", _("имя найдено, никто не решил, чьё оно")


class ReadState(models.TextChoices):
    """Whether the words of an uploaded file are known."""

    READ = "read", _("прочитан")
    PART = "part", _("прочитан не весь: файл слишком велик")
    PICTURE = "picture", _("в нём нет текста: скорее всего, это снимок бумаги")
    CLOSED = "closed", _("защищён паролем")
    UNKNOWN = "unknown", _("такие файлы сайт читать не умеет")
    BROKEN = "broken", _("повреждён или сложнее, чем можно прочитать")
