"""Which column is which field: proposals where one column alone claims a field, questions wherever two do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from mentoring.bank.imports.columns import NAME_PARTS, UNCLEAR, Certainty, Column, Field
from mentoring.bank.imports.headings.meanings import Meaning, meaning
from mentoring.bank.imports.headings.owners import Owner, whose
from mentoring.bank.imports.headings.people import holds_people
from mentoring.bank.imports.values.words import plain

#: Columns that lists have for their own sake.
_ROW_NUMBERS = frozenset({"", "что исправить", "п п", "пп", "n", "номер", "номер п п", "no"})
_NAMES = frozenset({Field.FULL_NAME.value, *(part.value for part in NAME_PARTS)})
#: Fields that another teacher of the same row has too, and those that everybody has.
_OF_TEACHERS = frozenset({Field.SUBJECTS.value, Field.POSITION.value, "whose-experience", "whose-category"})
#: A longer cell is a text about somebody, and no role.
_SHORT = 40
_OF_ANYBODY = frozenset({Field.PHONE.value, Field.CONTACTS.value})


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's heading level by level, and the first values below it."""

    index: int
    levels: tuple[str, ...]
    values: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The heading in one line: «Наставник: ФИО»."""
        levels = [" ".join(level.split()) for level in self.levels if level.strip()]
        return ": ".join(dict.fromkeys(levels))


@dataclass(slots=True)
class _Claims:
    headings: Sequence[Heading]
    meanings: dict[int, Meaning]
    #: Words above the table, and the sheet's title.
    surroundings: str = ""
    chosen: dict[int, str] = field(default_factory=dict)
    questions: dict[int, str] = field(default_factory=dict)
    another: set[int] = field(default_factory=set)


def recognise(headings: Iterable[Heading], surroundings: str = "") -> list[Column]:
    """Give each column its field, or the question to whom or what it belongs; nothing is settled by order."""
    headings = list(headings)
    meanings = {heading.index: _with_values(meaning(heading.levels), heading) for heading in headings}
    claims = _Claims(headings, meanings, surroundings)
    _settle_names(claims)
    _settle_fields(claims)
    return [_column(heading, claims) for heading in headings]


def _with_values(found: Meaning, heading: Heading) -> Meaning:
    """«Наставляемый» above people's names is a person, not a kind of people."""
    if found.value in {Field.AUDIENCES, Field.MENTEE_CATEGORIES} and holds_people(heading.values):
        return Meaning("", Owner.MENTEE, names_people=True, is_another=True)
    if found.value == Field.LAST_NAME and holds_people(heading.values):
        return replace(found, value=Field.FULL_NAME)  # «Фамилия» above whole names
    if found.value == Field.PERSON and holds_people(heading.values):
        return Meaning(Field.FULL_NAME, Owner.MENTOR, names_people=True)  # «Кто наставник» above names
    filled = [value for value in heading.values if value.strip()]
    if found.value == Field.FULL_NAME and filled and not any(" " in value for value in filled):
        return replace(found, is_sure=False, names_people=False)  # «Наставник» above «да» and «нет»
    if not found.value and not found.is_another and holds_people(heading.values):
        # «За кем закреплён»: people under a heading that nobody foresaw.
        return Meaning("", found.owner, names_people=True, is_another=True)
    return found


def _settle_names(claims: _Claims) -> None:
    groups: dict[Owner, list[int]] = {Owner.MENTOR: [], Owner.NOBODY: []}
    for index, found in claims.meanings.items():
        if found.is_another:
            claims.another.add(index)
        elif found.value in _NAMES:
            groups[found.owner].append(index)
    told, bare = groups[Owner.MENTOR], groups[Owner.NOBODY]
    if _is_one_name(claims, told):
        _choose(claims, told)
        claims.another.update(bare)
    elif told or not _is_one_name(claims, bare):
        _ask_name(claims, [*told, *bare])
    elif _others(claims, set(Owner)) or _speaks_of_mentees(claims):
        _ask_name(claims, bare)
    else:
        _choose(claims, bare)


def _speaks_of_mentees(claims: _Claims) -> bool:
    """Whether the title, or a column such as «Роль», says that there are mentees among the people."""
    if whose(claims.surroundings).owner == Owner.MENTEE:
        return True
    unread = [heading for heading in claims.headings if not claims.meanings[heading.index].value]
    return any(
        whose(value).owner == Owner.MENTEE for heading in unread for value in heading.values if len(value) <= _SHORT
    )


def _is_one_name(claims: _Claims, indexes: list[int]) -> bool:
    """Whether the columns are one name, whole or in parts, and surely so."""
    values = [claims.meanings[index].value for index in indexes]
    if not values or not all(claims.meanings[index].is_sure for index in indexes):
        return False
    return len(set(values)) == len(values) and (
        values == [Field.FULL_NAME] or (Field.FULL_NAME not in values and Field.LAST_NAME in values)
    )


def _ask_name(claims: _Claims, indexes: list[int]) -> None:
    names = ", ".join(f"«{_text(claims, index)}»" for index in sorted(indexes))
    for index in indexes:
        if len(indexes) > 1:
            claims.questions[index] = _("Именем наставника могут быть столбцы %s. Укажите, где наставник.") % names
        else:
            claims.questions[index] = _("Наставник ли это? В файле названы и другие люди.")


def _settle_fields(claims: _Claims) -> None:
    claimed: dict[str, list[int]] = defaultdict(list)
    for index, found in claims.meanings.items():
        if found.value and found.value not in _NAMES and not found.is_another:
            claimed[found.value].append(index)
    has_mentees = bool(_others(claims, {Owner.MENTEE, Owner.NOBODY, Owner.MENTOR}))
    has_others = has_mentees or bool(_others(claims, {Owner.OTHER}))
    for value, indexes in claimed.items():
        if has_mentees and value in {Field.MENTEE_EXPERIENCE, Field.MENTEE_CATEGORIES}:
            claims.another.update(indexes)  # facts about that person, not a wish about anybody
            continue
        told = [index for index in indexes if claims.meanings[index].owner == Owner.MENTOR]
        is_doubtful = (value in _OF_TEACHERS and has_mentees) or (value in _OF_ANYBODY and has_others)
        if len(indexes) > 1 and not is_doubtful and _fit_together(claims, indexes):
            _choose(claims, indexes)
        elif len(told) == 1 and claims.meanings[told[0]].is_sure:
            _choose(claims, told)
            _ask_whose(claims, [index for index in indexes if index not in told])
        elif is_doubtful and not told:
            _ask_whose(claims, indexes)
        elif _fit_together(claims, indexes):
            _choose(claims, indexes)
        else:
            _ask_which(claims, value, indexes)


def _fit_together(claims: _Claims, indexes: list[int]) -> bool:
    """One sure column, or an address for letters and a page, which the bank keeps in one."""
    found = [claims.meanings[index] for index in indexes]
    details = sorted(one.detail for one in found)
    return all(one.is_sure for one in found) and (len(found) == 1 or details == ["email", "page"])


def _ask_whose(claims: _Claims, indexes: list[int]) -> None:
    for index in indexes:
        claims.questions[index] = _("Чьё это: наставника или другого человека?")


def _ask_which(claims: _Claims, value: str, indexes: list[int]) -> None:
    label = _label(value)
    if len(indexes) == 1:
        claims.questions[indexes[0]] = _("По заголовку неясно, «%s» ли это.") % label
        return
    names = ", ".join(f"«{_text(claims, index)}»" for index in indexes)
    for index in indexes:
        values = {"label": label, "names": names}
        claims.questions[index] = _("На «%(label)s» похожи столбцы %(names)s. Укажите, какой из них.") % values


def _label(value: str) -> str:
    if value in UNCLEAR:
        return "», «".join(str(option.label) for option in UNCLEAR[value])
    return str(Field(value).label)


def _choose(claims: _Claims, indexes: Iterable[int]) -> None:
    claims.chosen.update({index: claims.meanings[index].value for index in indexes})


def _others(claims: _Claims, owners: set[Owner]) -> list[int]:
    """Columns with names of people who are not the mentor."""
    return [
        index
        for index in claims.another
        if claims.meanings[index].names_people and claims.meanings[index].owner in owners
    ]


def _text(claims: _Claims, index: int) -> str:
    return next(heading.text for heading in claims.headings if heading.index == index)


def _column(heading: Heading, claims: _Claims) -> Column:
    index, text = heading.index, heading.text
    value = claims.chosen.get(index, "")
    if index in claims.questions:
        unclear = claims.meanings[index].value
        return Column(
            index, text, None, Certainty.ASKED, unclear if unclear in UNCLEAR else "", claims.questions[index]
        )
    if value in UNCLEAR:
        return Column(index, text, None, Certainty.GUESSED, unclear=value)
    if value:
        return Column(index, text, Field(value), Certainty.SURE)
    if index in claims.another:
        return Column(index, text, None, Certainty.ANOTHER)
    is_numbering = plain(text).replace("№", "").replace("/", " ").strip(" .") in _ROW_NUMBERS
    return Column(index, text, None, Certainty.IGNORED if is_numbering else Certainty.UNKNOWN)
