"""How the two are called on a page: in full, in short, and in a sentence."""

from __future__ import annotations

from django.utils.translation import gettext as _


def short_name(name: str) -> str:
    """«Вера Аркадьевна Лосева» becomes «Вера Лосева»."""
    parts = name.split()
    return f"{parts[0]} {parts[-1]}" if len(parts) > 2 else name


def address(name: str) -> str:
    """How a colleague would call the person: «Вера Аркадьевна», «Илья»."""
    parts = name.split()
    return " ".join(parts[:2]) if len(parts) > 2 else parts[0] if parts else ""


def silence_words(name: str) -> str:
    """What stands in place of an answer that was not given; the gender is read from the patronymic, or avoided."""
    patronymic = name.split()[1].lower() if len(name.split()) > 2 else ""
    if patronymic.endswith("на"):
        return _("%(name)s решила не отвечать на этот вопрос.") % {"name": address(name)}
    if patronymic.endswith("ич"):
        return _("%(name)s решил не отвечать на этот вопрос.") % {"name": address(name)}
    return _("%(name)s оставляет этот вопрос без ответа.") % {"name": address(name)}


def given_first(full_name: str) -> str:
    """«Лосева Вера Аркадьевна» as lists have it becomes «Вера Аркадьевна Лосева»."""
    parts = full_name.split()
    return " ".join([*parts[1:], parts[0]]) if len(parts) > 1 else full_name
