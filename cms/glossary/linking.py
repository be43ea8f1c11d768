"""Links the first use of each term in a text to the glossary: in paragraphs and lists, never in a heading or a link."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from bs4 import BeautifulSoup, NavigableString, Tag
from django.core.cache import cache
from django.db.models.signals import post_delete, post_save
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator

from cms.freshness.making import is_remembering
from cms.freshness.memory import once_a_version
from cms.glossary.models import GlossaryPage, GlossaryTerm
from cms.glossary.phrases import Phrase, first_uses, phrase_of
from cms.pages.publicness import public_pages

#: Text of these elements is looked at, unless it stands in one of the others.
READ_IN = ("p", "li")
PASSED_BY = frozenset(
    {"a", "h1", "h2", "h3", "h4", "dfn", "code", "button", "summary", "label", "figcaption", "script"}
)
CACHE_KEY = "glossary.phrases"
CACHE_SECONDS = 300
HINT_WORDS = 24


def link_terms(html: str) -> SafeString:
    """The same HTML with links; unchanged where there is no glossary or no term in it."""
    address, phrases = known_phrases()
    if not address or not phrases or not html.strip():
        return mark_safe(html)  # what editors' blocks printed is safe already
    key = _key(html, address, phrases)
    linked = cache.get(key)
    if linked is None:
        linked = _linked(html, address, phrases)
        cache.set(key, linked, CACHE_SECONDS)
    return mark_safe(linked)


def _key(html: str, address: str, phrases: list[Phrase]) -> str:
    """The same in every process, as ``hash()`` would not be: what one has linked serves the others."""
    names = [(phrase.anchor, phrase.definition, *map(sorted, phrase.words)) for phrase in phrases]
    return "glossary." + hashlib.sha256(f"{address}{names}{html}".encode()).hexdigest()


def known_phrases() -> tuple[str, list[Phrase]]:
    """The glossary's address (empty: visitors have none) and the names that texts link to it."""
    if is_remembering():
        return once_a_version(CACHE_KEY, _read_phrases)
    known: tuple[str, list[Phrase]] | None = cache.get(CACHE_KEY)
    if known is None:
        known = _read_phrases()
        cache.set(CACHE_KEY, known, CACHE_SECONDS)
    return known


def _read_phrases() -> tuple[str, list[Phrase]]:
    page = public_pages(GlossaryPage.objects.all()).first()
    terms = GlossaryTerm.objects.filter(is_linked=True) if page else []
    return (page.get_url() or "") if page else "", [phrase for term in terms for phrase in _phrases(term)]


def forget_phrases(**kwargs: object) -> None:
    """A term or the page has changed."""
    cache.delete(CACHE_KEY)


for model in (GlossaryTerm, GlossaryPage):
    post_save.connect(forget_phrases, sender=model)
    post_delete.connect(forget_phrases, sender=model)


def _phrases(term: GlossaryTerm) -> Iterable[Phrase]:
    hint = Truncator(term.definition).words(HINT_WORDS)
    return [phrase_of(name, term.anchor, hint) for name in term.phrases]


def _linked(html: str, address: str, phrases: list[Phrase]) -> str:
    soup = BeautifulSoup(html, "html.parser")
    left = phrases
    changed = False
    for text in [node for node in soup.find_all(string=True) if _is_read(node)]:
        uses = first_uses(str(text), left)
        if uses:
            changed = True
            _replace(soup, text, address, uses)
            done = {use.phrase.anchor for use in uses}
            left = [phrase for phrase in left if phrase.anchor not in done]
        if not left:
            break
    return str(soup) if changed else html


def _is_read(node: NavigableString) -> bool:
    if type(node) is not NavigableString or not node.strip():
        return False
    above = [parent.name for parent in node.parents if isinstance(parent, Tag)]
    return any(name in READ_IN for name in above) and not PASSED_BY & set(above)


def _replace(soup: BeautifulSoup, text: NavigableString, address: str, uses: Iterable) -> None:
    words, at = str(text), 0
    pieces: list[NavigableString | Tag] = []
    for use in uses:
        link = soup.new_tag("a", href=f"{address}#{use.phrase.anchor}", title=use.phrase.definition)
        link["class"] = "term"
        link.string = words[use.start : use.end]
        pieces += [NavigableString(words[at : use.start]), link]
        at = use.end
    text.replace_with(*pieces, NavigableString(words[at:]))
