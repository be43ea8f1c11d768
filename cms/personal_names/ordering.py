"""Which part of a name is which: taken as «Фамилия Имя Отчество» unless the dictionary knows better."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cms.personal_names.parts import (
    BOTH,
    FEMININE,
    MASCULINE,
    Genders,
    given,
    is_common_word,
    is_declined,
    is_rather_surname,
    is_surname,
    is_surname_alone,
    patronymic,
    surname,
    surname_form,
)

Parts = tuple[str, ...]

#: Patronymics that nobody takes for a surname: with one of them at the end «Имя … …ович» can be either order.
_USUAL = """
иванович петрович павлович сергеевич андреевич алексеевич александрович николаевич михайлович владимирович
васильевич викторович дмитриевич юрьевич анатольевич борисович григорьевич геннадьевич валерьевич евгеньевич
фёдорович федорович олегович игоревич константинович леонидович степанович семёнович семенович яковлевич ильич
антонович романович максимович денисович вячеславович станиславович витальевич валентинович егорович данилович
ефимович захарович кириллович львович матвеевич никитич никитович тимофеевич артёмович артемович богданович
вадимович всеволодович германович давидович евсеевич игнатьевич кузьмич лукич макарович назарович осипович
прохорович родионович саввич тарасович трофимович фомич эдуардович аркадьевич альбертович
ринатович рустамович
"""
_COMMON = frozenset(_USUAL.split())


class NoName(Exception):
    """Why the parts cannot be told from each other, or do not belong to one person."""


def ordered(parts: list[str], name: str) -> tuple[Parts, bool]:
    """The parts as surname, name and patronymic, and whether that turns what was written; raises ``NoName``."""
    shown = {"name": name[:80]}
    if len(parts) < 2:
        raise NoName(_("нужны фамилия и имя полностью, а указано «%(name)s».") % shown)
    if len(parts) > 3:
        if sum(bool(given(part)) for part in parts) > 1:
            raise NoName(
                _("в ячейке «%(name)s» больше одного человека или лишние слова. Одна строка – один человек.") % shown
            )
        raise NoName(_("в ячейке «%(name)s» больше слов, чем в имени одного человека.") % shown)
    found, is_turned = _two(parts, shown) if len(parts) == 2 else _three(parts, shown)
    check_genders(found)
    return found, is_turned


def _two(parts: list[str], shown: dict[str, str]) -> tuple[Parts, bool]:
    one, other = parts
    if given(other):
        if given(one) and (not is_surname(one) or is_surname(other)):
            raise _unclear(shown)
        if patronymic(one) and _is_certain(one):
            raise NoName(_("в «%(name)s» нет фамилии. Впишите фамилию, имя и отчество.") % shown)
        return (one, other), False
    if given(one):
        if is_surname_alone(other):
            return (other, one), True
        if patronymic(other) and _is_certain(other):
            raise NoName(_("в «%(name)s» нет фамилии. Впишите фамилию, имя и отчество.") % shown)
        raise _unclear(shown)
    _check_unknown(one, other, shown)
    return (one, other), False


def _three(parts: list[str], shown: dict[str, str]) -> tuple[Parts, bool]:
    one, other, third = parts
    if patronymic(third) and (given(other) or not patronymic(other)):
        if is_surname_alone(other):
            raise NoName(_("в «%(name)s» нет имени. Впишите фамилию, имя и отчество.") % shown)
        if not _is_certain(third) and _is_certain(one):
            raise _unclear(shown)
        return (one, other, third), False
    if patronymic(other):
        if not given(one) or given(third):
            raise _unclear(shown)
        if patronymic(third) & given(one) and not is_surname(third) and not _can_be_told(other, third):
            raise _unclear(shown)
        return (third, one, other), True
    return _foreign(parts, shown), False


def _foreign(parts: list[str], shown: dict[str, str]) -> Parts:
    """Three words without a patronymic, as written: a father's name («Лейла Али») or a second name of one's own."""
    one, other, third = parts
    is_odd = any(is_surname_alone(word) for word in (other, third)) or bool(patronymic(one))
    is_odd = is_odd or (bool(given(one)) and not is_surname(one))
    if is_odd or (given(third) and MASCULINE not in given(third)) or is_common_word(third):
        raise _unclear(shown)
    if not given(other):
        _check_unknown(one, other, shown)
    return one, other, third


def _is_certain(word: str) -> bool:
    """Whether a word is nothing but a patronymic: «-вна» always, «-вич» where everybody knows the father's name."""
    return word.lower() in _COMMON or FEMININE in patronymic(word)


def _can_be_told(other: str, third: str) -> bool:
    """«Иван Петрович Якубович»: of two patronymics one is usual and the other is not."""
    return other.lower() in _COMMON and third.lower() not in _COMMON


def _unclear(shown: dict[str, str]) -> NoName:
    sentence = _(
        "не понять, где в «%(name)s» фамилия, имя и отчество. Впишите их по порядку в три отдельных столбца "
        "или заведите запись вручную."
    )
    return NoName(sentence % shown)


def _check_unknown(last: str, first: str, shown: dict[str, str]) -> None:
    """A given name that the dictionary does not know may be foreign, but no ordinary word, surname or patronymic."""
    if is_surname_alone(first) or patronymic(first):
        raise NoName(_("в «%(name)s» нет имени. Впишите фамилию, имя и отчество.") % shown)
    if is_rather_surname(first):
        raise _unclear(shown)
    if is_common_word(first) or (is_common_word(last) and not is_surname_alone(last)):
        raise NoName(_("«%(name)s» не похоже на имя человека. Впишите фамилию, имя и отчество.") % shown)


def check_genders(parts: Parts) -> None:
    """Raise ``NoName`` where the parts are forms of different genders."""
    last, first, *rest = parts
    if rest and is_declined(rest[0]):
        sentence = _("«%(name)s» стоит не в именительном падеже. Впишите, кто это: «Петрова Анна Ивановна».")
        raise NoName(sentence % {"name": " ".join(parts)[:80]})
    name, father = given(first) or BOTH, patronymic(rest[0]) if rest else BOTH
    _check_pair(first, name, rest[0] if rest else "", father or BOTH)
    both = name & (father or BOTH)
    if not surname_form(last) & both:  # the dictionary is asked only where the form disagrees
        _check_pair(last, surname(last), first, both)


def _check_pair(one: str, genders: Genders, other: str, others: Genders) -> None:
    if not genders & others:
        sentence = _("«%(one)s» и «%(other)s» – мужская и женская формы в одном имени. Проверьте, нет ли описки.")
        raise NoName(sentence % {"one": one, "other": other})
