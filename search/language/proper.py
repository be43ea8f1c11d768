"""Takes the names of schools and people out of a query: they are read as a whole, the rest word by word."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from search.language import schools
from search.language.initials import ANY, BEFORE_SURNAMES, BEHIND_NAMES, SECOND, initials, is_name_like
from search.language.names import name_keys
from search.language.stems import stems
from search.language.tokens import Token, tokens

FARTHEST = 4  # words between a kind of school and its number

# «г. Родник», «с. Ключи», «им. Пушкина»: the word before a name that says what it is the name of.
_LETTERS = frozenset({"г", "с", "п", "д", "х"})
_SHORT = frozenset({"пос", "пгт", "рп", "дер", "хут", "гор", "ст", "им", "имени", "го"})
_WHOLE = frozenset(
    form
    for base, endings in {
        "город": ("", "а", "е", "у"),
        "сел": ("о", "а", "е"),
        "поселк": ("а", "е"),
        "деревн": ("я", "и", "е"),
        "хутор": ("", "а", "е"),
        "станиц": ("а", "ы", "е"),
    }.items()
    for form in (base + ending for ending in endings)
) | {"поселок"}
_DISTRICT = frozenset({"н", "на", "не", "ну"})  # «р-н»

#: A word as engines look for it: as it was typed, stems, keys in names.
Term = tuple[str, tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Whole:
    """A name that was read as a whole: the phrases of which one is enough, and weaker ones."""

    typed: str
    phrases: tuple[tuple[Term, ...], ...]
    weaker: tuple[tuple[Term, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Apart:
    """The names in a query, the words that are left, and the last word if it may be unfinished (else empty).

    An unfinished word is the last of `left`, or where that does not end in it, of the last of `names`. `perhaps` are
    words of `left` that may be initials: «ЕА».
    """

    names: tuple[Whole, ...]
    left: tuple[str, ...]
    last: str
    perhaps: tuple[Whole, ...] = ()


@dataclass(slots=True)
class _Query:
    """A query while names are taken out of it; `instead` holds other words for those at a place, none: dropped."""

    tokens: list[Token]
    names: list[Whole] = field(default_factory=list)
    instead: dict[int, Sequence[str]] = field(default_factory=dict)
    perhaps: list[Whole] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        return [token.word for token in self.tokens]

    @property
    def free(self) -> list[int]:
        """The places that nobody took."""
        return [place for place in range(len(self.tokens)) if place not in self.instead]

    def take(self, places: Iterable[int], words: Sequence[str] = ()) -> None:
        """Put these words in the place of those."""
        for number, place in enumerate(sorted(places)):
            self.instead[place] = words if number == 0 else ()


def apart(text: str) -> Apart:
    """The names in this text and what is left of it."""
    query = _Query(list(tokens(text)))
    _take_districts(query)
    has_school = _take_schools(query)
    _take_markers(query, has_school)
    _take_initials(query)
    _take_particles(query)
    words = query.words
    left = [word for place in range(len(words)) for word in query.instead.get(place, (words[place],))]
    end = len(words) - 1
    is_open = bool(words) and (
        end not in query.instead or (bool(query.names) and words[end] == _last_term(query.names[-1]))
    )
    return Apart(tuple(query.names), tuple(left), words[end] if is_open else "", tuple(query.perhaps))


def _last_term(name: Whole) -> str:
    return name.phrases[0][-1][0] if name.phrases[0][-1][2] else ""


def _take_districts(query: _Query) -> None:
    for place in range(1, len(query.tokens)):
        token = query.tokens[place]
        if token.follows_hyphen and token.word in _DISTRICT and query.tokens[place - 1].word == "р":
            query.take((place - 1, place), ("район",))


def _take_schools(query: _Query) -> bool:
    words = query.words
    legal = schools.legal_forms(words)
    if len(legal) < len(words):
        query.instead.update(dict.fromkeys(legal, ()))
    found = list(schools.mentions(words))
    numberless = [one for one in found if not one.number]
    for one in found:
        if not one.number and len(numberless) == 1 and (place := _number_apart(query, one)) is not None:
            numbered = schools.Mention(one.kind, words[place].lstrip("n0") or "0", one.start, one.end)
            _take_school(query, numbered, (*range(one.start, one.end), place))
        elif one.number:
            _take_school(query, one, range(one.start, one.end))
        elif not schools.is_plain(words, one):
            query.take(range(one.start, one.end), one.words)
    return bool(found)


def _take_school(query: _Query, one: schools.Mention, places: Iterable[int]) -> None:
    typed = f"{one.kind} {one.number}"
    weaker = tuple(((other, (other,), ()),) for other in one.alike)
    query.names.append(Whole(typed, (((typed, (one.term,), ()),),), weaker))
    query.take(places)


def _number_apart(query: _Query, one: schools.Mention) -> int | None:
    """The place of the number of «СОШ Родник № 3»: near, and either behind a «№» or the last word."""
    for place, token in enumerate(query.tokens):
        away = place - one.end if place >= one.end else one.start - place
        is_marked = token.follows_number_sign or place == len(query.tokens) - 1
        if token.word.isdigit() and len(token.word) <= 3 and away <= FARTHEST and is_marked:
            return place
    return None


def _take_markers(query: _Query, has_school: bool) -> None:
    for place in query.free:
        token = query.tokens[place]
        following = place + 1
        if following < len(query.tokens) and _is_marker(token, query.tokens[following], has_school):
            query.instead[place] = ()
            if query.tokens[following].word == "о":
                query.instead[following] = ()


def _is_marker(token: Token, following: Token, has_school: bool) -> bool:
    if token.word in _SHORT:
        return token.has_dot or has_school or following.is_capital
    if token.word in _WHOLE:
        return has_school or following.is_capital
    if (token.word, following.word) in {("г", "о"), ("м", "о")}:
        return token.has_dot and following.has_dot and not token.is_upper
    if token.word in _LETTERS or (token.word == "р" and following.word == "п"):
        if len(following.word) == 1:  # «г. о.», «р. п.»; or initials
            is_kind = following.word.isdigit() or (token.word, following.word) in {("г", "о"), ("р", "п")}
            return is_kind and token.has_dot and not token.is_upper
        return has_school or not (token.is_upper or is_name_like(following.word))
    return False


def _take_initials(query: _Query) -> None:
    free = query.free
    here = [query.tokens[place] for place in free]
    for one in initials(here):
        if not one.is_sure:
            word = here[one.start].word
            letters: tuple[Term, ...] = tuple((key[-1], (), (key,)) for key in one.keys)
            query.perhaps.append(Whole(word, (((word, stems(word), name_keys(word)),),), (letters,)))
            continue
        for letter in one.keys:
            query.names.append(_initial(letter))
        query.take(free[place] for place in range(one.start, one.end))
        if free[one.name] not in query.instead:
            _take_person(query, (free[one.name],))
    last = query.tokens[-1] if query.tokens else None
    if (
        last
        and last.follows_hyphen
        and len(last.word) == 1
        and last.word.isalpha()
        and len(query.tokens) - 1 in query.free
    ):
        query.names.insert(0, Whole(last.word, (((last.word, (), (f"{SECOND}{last.word}",)),),)))
        query.take((len(query.tokens) - 1,))


def _initial(key: str) -> Whole:
    letter = key[-1]
    own: tuple[Term, ...] = ((letter, (), (key,)),)
    if key.startswith(ANY):  # «Ю Анна»: the letter may be the whole surname
        return Whole(letter, (((letter, (), (letter,)),),), (own,))
    return Whole(letter, (own,))


def _take_person(query: _Query, places: Sequence[int]) -> None:
    """Words that count in names alone; kept behind all others, as the last of them may be unfinished."""
    words = [query.tokens[place].word for place in places]
    query.names.append(Whole(" ".join(words), (tuple((word, (), name_keys(word)) for word in words),)))
    query.take(places)


def _take_particles(query: _Query) -> None:
    for place in query.free:
        word = query.tokens[place].word
        beside = place + 1 if word in BEFORE_SURNAMES else place - 1 if word in BEHIND_NAMES else None
        if beside is None or beside not in query.free or not is_name_like(query.tokens[beside].word):
            continue
        name = query.tokens[beside].word
        particle, own = (word, stems(word), name_keys(word)), (name, stems(name), name_keys(name))
        order = (particle, own) if beside > place else (own, particle)
        query.names.append(Whole(" ".join(term[0] for term in order), (order,), ((own,),)))
        query.take((place, beside))
