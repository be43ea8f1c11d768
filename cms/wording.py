"""Russian words around numbers: the right form of a noun, and digits grouped so that they never break."""

from decimal import Decimal

NO_BREAK_SPACE = "\u00a0"

Number = int | float | Decimal


def agree(number: int, one: str, few: str, many: str) -> str:
    """Return the word form that a Russian noun takes after this number: 1 место, 2 места, 5 мест, 11 мест."""
    last_two = abs(number) % 100
    last = last_two % 10
    if last == 1 and last_two != 11:
        return one
    if 2 <= last <= 4 and not 12 <= last_two <= 14:
        return few
    return many


def grouped(number: Number, places: int = 0) -> str:
    """Write a number the Russian way: «5 401», «−1 250,5»; groups and sign never part at a line's end."""
    whole = f"{abs(number):,.{places}f}"
    sign = "−" if number < 0 and any(digit in "123456789" for digit in whole) else ""
    return sign + whole.replace(",", NO_BREAK_SPACE).replace(".", ",")


def figure(number: Number) -> str:
    """Write a number with as many places after the comma as it has: «46», «58,97»."""
    exact = Decimal(str(number)).normalize()
    return grouped(exact, max(0, -int(exact.as_tuple().exponent)))


def counted(number: int, one: str, few: str, many: str) -> str:
    """Write a number with its noun: «2 места», «5 401 наставник»."""
    return f"{grouped(number)}{NO_BREAK_SPACE}{agree(number, one, few, many)}"


def sentence(words: str) -> str:
    """End words with one full stop, whatever they end with: «контролирует Лосева В. А.», «ждёт до 3 мая 2026 г.»."""
    words = words.rstrip()
    closed = words.rstrip('»")')
    return words if closed.endswith((".", "!", "?", "…")) and closed == words else f"{words}."


def within(words: str) -> str:
    """The words inside a sentence: «Русский язык» → «русский язык»; an abbreviation («ИЗО») keeps its letters."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
