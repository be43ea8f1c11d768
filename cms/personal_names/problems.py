"""What is wrong with a text that should be a name, in words for whoever typed it."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from cms.personal_names.parts import given, patronymic
from cms.personal_names.service_words import is_rarely_a_name, is_service_word
from cms.plain_text import has_latin

SPACED_DASH = re.compile(r"\s+[-–—]\s*|\s*[-–—]\s+")
MOST_WORDS = 6
_SHOWN = 80
_WORD = re.compile(r"[\u0400-\u04ff]+(?:[-’][\u0400-\u04ff]+)*")


def about(name: str, sentence: str) -> str:
    """The sentence with the name in it, shortened."""
    return sentence % {"name": name[:_SHOWN]}


def written_wrong(name: str) -> str:
    """What is wrong with the words and signs of a name, if anything."""
    if name and not re.search(r"[()\[\]{}]", name) and names_nobody(re.findall(r"[\w’-]+", name)):
        return about(name, _("«%(name)s» – не имя человека. Впишите фамилию, имя и отчество или удалите строку."))
    return wrong_signs(name)


def wrong_signs(name: str) -> str:
    """What is wrong with the signs of a name, or of a part of one, whatever its words."""
    if not name:
        return _("не указаны фамилия, имя и отчество.")
    if re.search(r"[()\[\]{}]", name):
        return about(name, _("в «%(name)s» есть скобки. Оставьте одну фамилию, имя и отчество."))
    if re.search(r"\d", name) or not re.search(r"[^\W\d_]", name):
        return about(name, _("«%(name)s» не похоже на фамилию, имя и отчество."))
    if has_latin(name):
        return about(name, _("имя «%(name)s» написано латинскими буквами. Впишите его по-русски."))
    if "." in name:
        return about(name, _("нужны полные имя и отчество, а указано «%(name)s»."))
    if re.search(r"[,;/\\|&+]|\sи\s", name):
        return about(
            name, _("в ячейке «%(name)s» больше одного человека или лишние знаки. Одна строка – один человек.")
        )
    if not all(map(_WORD.fullmatch, SPACED_DASH.sub(" ", name).split(" "))):
        return about(name, _("в «%(name)s» есть лишние знаки. Оставьте только фамилию, имя и отчество."))
    return ""


def names_nobody(words: list[str]) -> bool:
    """Whether a post or a mark of absence is among the words; «Музыка Анна Ивановна» is somebody's full name."""
    if any(is_service_word(piece) for word in words for piece in (word, *word.split("-"))):
        return True
    found = [index for index, word in enumerate(words) if is_rarely_a_name(word)]
    is_full = len(words) == 3 and given(words[1]) and patronymic(words[2])
    return bool(found) and not (found == [0] and is_full)


def incomplete(words: list[str], name: str) -> str:
    """What is missing or too much, by the number and length of the words."""
    letters = [len(word) == 1 for word in words]
    if any(letters[1:]) or (letters[0] and not (len(words) > 1 and given(words[1]))):
        return about(name, _("нужны полные имя и отчество, а указано «%(name)s»."))
    if len(words) < 2:
        return about(name, _("нужны фамилия и имя полностью, а указано «%(name)s»."))
    if len(words) > MOST_WORDS:
        return about(name, _("в ячейке «%(name)s» больше слов, чем в имени одного человека."))
    return ""
