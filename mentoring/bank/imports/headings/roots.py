"""What a heading speaks of, by the roots of its words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from mentoring.bank.imports.columns import Field
from mentoring.bank.imports.headings.owners import Owner

#: Columns about something else, though they name what the bank has: «Дата присвоения категории».
_BESIDE = re.compile(
    r"^(?:дат[аы]|срок\w*|год\b|приказ\w*|реквизит\w*|основани\w*|инн\b|снилс|паспорт\w*|пол\b|возраст\w*|"
    r"количеств\w*|"
    r"кол во|кол-во|число\b|примечани\w*|комментари\w*|результат\w*|тема\b|диплом\w*|образование\b|подпись|"
    r"распоряжени\w*|"
    r"документ\w*|отметка|согласи\w*|план\b|адрес (?:оо|оу|школ|орг|учр|прож)\w*|почтовый)|"
    r"\bдата (?:присвоен|аттестац|приказ|рожд|назнач|закреп|окончан)\w*|\bсрок\w* действ\w*|№\s*приказ\w*|"
    r"\bприказ\w* о\b"
)
_PHONE = re.compile(r"\bтелеф\w*|\bтел\b|\bмобильн\w*|\bсотов\w*|\bмоб\b|whatsapp|viber|\bватсап\w*")
_EMAIL = re.compile(
    r"\be-?\s?mail\b|\bмейл|\bэлектронн\w*\s+(?:адрес|почт|ящик)\w*|\bэл\w*\W*(?:почт|адрес)\w*|\bпочт[аыу]\b|\bемайл|\bимейл|"
    r"\bэ-?\s?почт\w*|\bmail\b"
)
_PAGE = re.compile(
    r"\bстраниц\w*|\bсайт\w*|\burl\b|\bсоц\w*\W*сет\w*|\bпрофил[ья]\b|"
    r"\bссылк\w* на (?:страниц|сайт|профил|персонал|наставник|педагог)\w*"
)
_CONTACT = re.compile(r"\bконтакт\w*|\bсвяз[ьи]\b")
_OF_A_SCHOOL = re.compile(
    r"\bшкол\w*|\bоо\b|\bоу\b|\bдоу\b|учрежден|организац|\bприемн\w*|\bканцеляри\w*|\bрабоч\w* групп"
)
_AUDIENCE = re.compile(
    r"\bдля кого\b|\bкто может\b|\bкому\b|\bкотор(?:ым|ых|ому)\b|\bготов\w* (?:помога|работа|быть)|"
    r"\bкатегори\w* наставляем|"
    r"\bкатегори\w* (?:педагог|слушател|участник|молод|начина)\w*|\bцелев\w* (?:групп|аудитор)"
)
_THINGS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (value, re.compile(pattern))
    for value, pattern in (
        ("whose-experience", r"\bстажа?\b|\bпед\w*стаж\w*|\bопыт\w* работ\w*|\bлет работы\b|\bстаже\b"),
        (
            "whose-category",
            r"\bкатегори[яиюй]\w*|\bкв\w*\W*кат\w*|\bкат\b|\bквалификаци\w*|\bаттестаци\w*|\bкк\b",
        ),
        (Field.CASE_TITLE.value, r"\bкейс\w*"),
        (Field.PORTFOLIO.value, r"\bпортфолио\b"),
        (Field.HONOURS.value, r"\bнаград\w*|\bзвани[ея]\w*"),
        (Field.KINDS.value, r"\b(?:вид|модел)\w* наставнич\w*"),
        (Field.FORMS.value, r"\bформ[аы]\w* наставнич\w*"),
        (Field.PLACES.value, r"\bсколько наставляем\w*|\bмест всего\b|\bсвободн\w* мест\w*"),
        (Field.DIRECTIONS.value, r"\bнаправлени[еяй]\w*"),
        (Field.SUBJECTS.value, r"\bпредмет\w*|\bдисциплин\w*|\bпрепода[её]т\b"),
        (Field.POSITION.value, r"\bдолжност\w*"),
        (
            Field.ORGANISATION.value,
            r"\bучрежден\w*|\bорганизаци\w*|\bшкол[аыуе]?\b|\bоу\b|\bоо\b|\bдоу\b|\bмест\w* работы|\bгде работает|"
            r"\bм[бка]?д?оу\b|\bлице[йя]\b|\bгимнази[яи]\b|\bдетск\w* сад\w*",
        ),
        (
            Field.MUNICIPALITY.value,
            r"\bрайон\w*|\bмуниципал\w*|\bокруг\w*|\bтерритори\w*|^\s*мо\s*$|^\s*город\s*$|^\s*мр\b",
        ),
        (Field.ABOUT.value, r"\bо себе\b"),
    )
)
_BETWEEN = re.compile(r"[,;/+&]|\sи\s")


@dataclass(frozen=True, slots=True)
class Thing:
    """A field's code or an unclear pair, and whether the heading speaks of nothing else beside it."""

    value: str = ""
    is_sure: bool = True
    detail: str = ""


def is_beside_the_point(written: str) -> bool:
    """Whether a plain heading is about a date, a document or a count."""
    return bool(_BESIDE.search(written.partition(",")[0].strip(" .№")))


def thing_of(written: str, owner: Owner) -> Thing:
    """What a plain heading speaks of."""
    contact = _contact(written)
    if contact is not None:
        # The telephone and the site of a school are everybody's, not the mentor's.
        return Thing() if owner == Owner.NOBODY and _OF_A_SCHOOL.search(written) else contact
    if _AUDIENCE.search(written):
        return Thing(Field.AUDIENCES.value)
    parts = [found for found in map(_plain_thing, _BETWEEN.split(written)) if found]
    if not parts:
        whole = _plain_thing(written)
        return Thing(whole) if whole else Thing()
    return Thing(parts[0], is_sure=len(set(parts)) == 1)


def _plain_thing(written: str) -> str:
    return next((value for value, pattern in _THINGS if pattern.search(written)), "")


def _contact(written: str) -> Thing | None:
    phone, email, page = (bool(pattern.search(written)) for pattern in (_PHONE, _EMAIL, _PAGE))
    found = Thing(Field.CONTACTS.value)
    if email or page:
        return replace(found, detail="" if email == page or phone else "email" if email else "page")
    if phone:
        return Thing(Field.PHONE.value)
    return found if _CONTACT.search(written) else None
