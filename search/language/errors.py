"""How likely one word was typed in place of another: a distance in which errors that people make are cheap.

All costs are whole hundredths of one ordinary error, so that sums are the same on every machine.
"""

from itertools import combinations, pairwise

WHOLE = 100  # one letter added or replaced for no reason that we know
MISSING = 90  # one letter forgotten: that happens more often
FIRST_LETTER = 20  # on top, for an error in the first letter of a word: people seldom get it wrong
SWAPPED = 80  # two neighbouring letters in each other's place
REPEATED = 30  # a letter doubled, or a double letter written once
SILENT = 30  # ь or ъ forgotten or added
SYLLABLE = 90  # one of two equal syllables forgotten, or one written twice: «роботехника»
SWALLOWED = 60  # a vowel beside a vowel forgotten: «профорентация»
TOO_FAR = 100_000

_VOWELS = "аеиоуыэюя"
#: Letters that sound alike, and what it costs to write one for the other.
_ALIKE = (
    ("оа", 40), ("еи", 40), ("иы", 40), ("эе", 30), ("ея", 50), ("ия", 50), ("ая", 50), ("ую", 50), ("ий", 40),
    ("иь", 40), ("йь", 50), ("ое", 50), ("аэ", 60), ("ьъ", 20),
    ("бп", 40), ("вф", 40), ("гк", 40), ("дт", 40), ("жш", 40), ("зс", 40), ("шщ", 40), ("чщ", 50), ("чш", 50),
    ("цс", 60), ("гх", 60), ("гв", 70), ("цт", 60),
)  # fmt: skip
_NEIGHBOURS = 70
_KEYBOARDS = (("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"), ("qwertyuiop", "asdfghjkl", "zxcvbnm"))
#: Groups of letters that sound as one, typed for each other in either direction.
_GROUPS = {
    ("тс", "ц"): 40, ("дс", "ц"): 40, ("тц", "ц"): 40, ("дц", "ц"): 40, ("сч", "щ"): 40, ("зч", "щ"): 40,
    ("жч", "щ"): 40, ("шч", "щ"): 40, ("йо", "е"): 40, ("ьо", "е"): 40, ("кс", "х"): 70, ("ье", "е"): 40,
    ("иа", "ия"): 40,
}  # fmt: skip
#: A letter between these two neighbours is not heard: чу(в)ство, мес(т)ный, поз(д)но, со(л)нце.
_UNHEARD = {("в", "с"), ("т", "н"), ("д", "н"), ("л", "н"), ("т", "л"), ("д", "ц"), ("в", "т")}
_UNHEARD_COST = 50


def _replacing() -> dict[tuple[str, str], int]:
    costs: dict[tuple[str, str], int] = {}
    for rows in _KEYBOARDS:
        for row in rows:
            costs |= dict.fromkeys(pairwise(row), _NEIGHBOURS)
        for upper, lower in pairwise(rows):
            # A key touches two of the row below it.
            costs |= dict.fromkeys(
                [*zip(upper, lower, strict=False), *zip(upper[1:], lower, strict=False)], _NEIGHBOURS
            )
    costs |= {pair: min(80, costs.get(pair, 80)) for pair in combinations(_VOWELS, 2)}
    for pair, cost in _ALIKE:
        one, other = pair[0], pair[1]
        costs.pop((other, one), None)
        costs[one, other] = cost
    return costs | {(other, one): cost for (one, other), cost in costs.items()}


_REPLACING = _replacing()
_JOINING = _GROUPS | {(short, long): cost for (long, short), cost in _GROUPS.items()}


def one_letter_for_runs(word: str) -> str:
    """The word with three or more equal letters in a row as one: a key that stuck."""
    if len(word) < 3:
        return word
    kept: list[str] = []
    start = 0
    for place in range(1, len(word) + 1):
        if place == len(word) or word[place] != word[start]:
            kept.append(word[start] if place - start >= 3 else word[start:place])
            start = place
    return "".join(kept)


def cost(typed: str, meant: str, most: int) -> int:
    """What it costs to type `typed` for `meant`; TOO_FAR past `most`."""
    if typed == meant:
        return 0
    start = _same(typed, meant)
    shortest = min(len(typed), len(meant))
    end = min(_same(typed[::-1], meant[::-1]), shortest - start)
    found = _between(typed, meant, start, len(typed) - end, len(meant) - end)
    if start == 0:
        found += FIRST_LETTER
    return found if found <= most else TOO_FAR


def _same(one: str, other: str) -> int:
    place = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        place += 1
    return place


def _between(typed: str, meant: str, start: int, typed_end: int, meant_end: int) -> int:
    """The cheapest way from one middle to the other, letter by letter; what is before and behind is equal."""
    width = meant_end - start
    before: list[int] = []
    earlier: list[int] = []
    for i in range(start, typed_end + 1):
        row = [0] * (width + 1)
        for j in range(start, meant_end + 1):
            at = j - start
            if i == start and j == start:
                continue
            best = TOO_FAR
            if i > start:
                best = before[at] + _alone(typed, i - 1, meant, j, WHOLE)
            if j > start:
                usual = SWALLOWED if _is_swallowed(meant, j - 1) else MISSING
                best = min(best, row[at - 1] + _alone(meant, j - 1, typed, i, usual))
            if i > start + 1 and typed[i - 2 : i] == typed[max(0, i - 4) : i - 2]:
                best = min(best, earlier[at] + SYLLABLE)
            if j > start + 1 and meant[j - 2 : j] == meant[max(0, j - 4) : j - 2]:
                best = min(best, row[at - 2] + SYLLABLE)
            if i > start and j > start:
                one, other = typed[i - 1], meant[j - 1]
                best = min(best, before[at - 1] + (0 if one == other else _REPLACING.get((one, other), WHOLE)))
                if i > start + 1:
                    two = typed[i - 2 : i]
                    best = min(best, earlier[at - 1] + _JOINING.get((two, other), TOO_FAR))
                    if j > start + 1 and two == meant[j - 1] + meant[j - 2]:
                        best = min(best, earlier[at - 2] + SWAPPED)
                if j > start + 1:
                    best = min(best, before[at - 2] + _JOINING.get((one, meant[j - 2 : j]), TOO_FAR))
            row[at] = best
        earlier, before = before, row
    return before[width]


def _is_swallowed(word: str, place: int) -> bool:
    """Whether a vowel inside a word has another beside it, with which it is said as one."""
    beside = word[place - 1 : place] + word[place + 1 : place + 2]
    return 0 < place < len(word) - 1 and word[place] in _VOWELS and any(letter in _VOWELS for letter in beside)


def _alone(word: str, place: int, other: str, there: int, usual: int) -> int:
    """What a letter costs that one word has and the other lacks at `there`."""
    letter = word[place]
    if letter in other[max(0, there - 1) : there + 1]:
        return REPEATED if letter in (word[place - 1 : place], word[place + 1 : place + 2]) else usual
    if letter in "ьъ":
        return SILENT
    between = 0 < place < len(word) - 1 and word[place - 1] not in _VOWELS
    return _UNHEARD_COST if between and (letter, word[place + 1]) in _UNHEARD else usual
