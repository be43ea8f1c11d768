"""What the line under the search box says of how the words were taken, and the search that they come to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from search.faceted.address import Search
from search.faceted.catalogue import Vocabulary
from search.faceted.chips import condition_words
from search.faceted.nothing import Way, found_words
from search.interface import Engine, Result
from search.language.tokens import without, words


@dataclass(frozen=True, slots=True)
class Understood:
    """A condition that the words name, in words, and the words themselves."""

    condition: str
    typed: str


@dataclass(frozen=True, slots=True)
class TextWords:
    """How the text was taken; `literal_url` searches every word of it as it is written, `more` finds more."""

    understood: tuple[Understood, ...]
    left_out: str
    tells_nothing: str
    literal_url: str
    more: Way | None

    def __bool__(self) -> bool:
        return bool(self.understood or self.left_out or self.tells_nothing or self.more)


def as_read(search: Search, result: Result, vocabulary: Vocabulary) -> Search:
    """The search with the conditions that its words name as chosen, and with the words that were really searched."""
    told = result.told
    if told.tells_nothing:
        return replace(search, text="")
    gone = {word for one in told.left_out for word in words(one)}
    if not told.understood and not gone:
        return search
    said = {one.facet: one.codes for one in told.understood}
    text = search.catalogue.readable(without(told.rest, gone) if gone else told.rest)
    return replace(search.with_chosen(vocabulary, **{**said, **search.chosen}), text=text, page=search.page)


def text_words(
    engine: Engine, search: Search, read: Search, result: Result, vocabulary: Vocabulary, base: str
) -> TextWords:
    """What is said of the text of this search."""
    told = result.told
    understood = (one for one in told.understood if one.facet not in search.chosen and one.facet in read.chosen)
    return TextWords(
        understood=tuple(Understood(condition_words(one.facet, read, vocabulary), one.typed) for one in understood),
        left_out=_left_out(told.left_out),
        tells_nothing=_tells_nothing(search) if told.tells_nothing else "",
        literal_url=search.with_text(search.text, exact=True).url(base),
        more=_more(engine, search, result, base),
    )


def _left_out(gone: tuple[str, ...]) -> str:
    if not gone:
        return ""
    said = ", ".join(f"«{one}»" for one in gone)
    return ngettext(
        "Показано без слова %(words)s: вместе с ним совпадений нет.",
        "Показано без слов %(words)s: вместе с ними совпадений нет.",
        len(gone),
    ) % {"words": said}


def _tells_nothing(search: Search) -> str:
    return _("В запросе «%(text)s» нет слов, по которым можно искать, поэтому показан весь список.") % {
        "text": search.text
    }


def _more(engine: Engine, search: Search, result: Result, base: str) -> Way | None:
    """The search without its rarest word, where that finds more."""
    narrow = result.told.narrow
    if not narrow or search.exact:
        return None
    wider = search.with_text(search.catalogue.readable(narrow))
    total = engine.search(search.catalogue.kind, replace(wider.query(), page_size=1, counts=())).total
    if total <= result.total:
        return None
    gone = without(result.told.rest, words(narrow))
    label = _("без слова «%(word)s»") if len(words(gone)) == 1 else _("без слов «%(word)s»")
    return Way(label % {"word": gone}, wider.url(base), found_words(search, total))
