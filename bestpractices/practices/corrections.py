"""What is an editor's correction of a published practice, and what changes its meaning: the difference alone tells."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Container, Iterator
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from modelcluster.models import ClusterableModel, get_all_child_relations, get_serializable_data_for_fields

from cms.wording import counted

#: More words than this are no correction.
MOST_WORDS = 12
#: A word that turns a sentence round.
_TURNING = frozenset({"не", "ни", "нет", "без", "нельзя", "никогда", "кроме"})
#: What Wagtail writes down about a page, and no reader sees.
BOOKKEEPING = frozenset(
    {
        *("draft_title", "live", "has_unpublished_changes", "latest_revision", "live_revision", "url_path"),
        *("latest_revision_created_at", "first_published_at", "last_published_at", "go_live_at", "expire_at"),
        *("expired", "locked", "locked_at", "locked_by", "path", "depth", "numchild", "page_ptr", "owner"),
        *("wagtail_admin_comments", "translation_key"),
    }
)
#: Words that visitors or search engines read and no difference shows: who decides would publish them unread.
_NEVER_SHOWN = frozenset({"gate_reason", "search_description", "seo_title"})
_WORDS = re.compile(r"[\w-]+")


def too_much(before: models.Model, after: models.Model) -> str:
    """Why the way from one edition to the other is more than a correction, in a sentence; empty if it is one.

    A correction changes a few words of the text: no figure, no negation, nothing that was chosen or counted.
    """
    texts = _texts(type(after))
    changed = list(_changed(_content(before), _content(after)))
    if not changed:
        return _("В черновике ничего не изменилось: отправлять нечего.")
    if any(name not in texts or not isinstance(old, str) or not isinstance(new, str) for name, old, new in changed):
        return _("изменилось не только написание: сведения, показатели, шаги или люди.")
    runs = [run for _name, old, new in changed for run in _other_words(old, new)]
    words = [word for run in runs for side in run for word in side]
    count = sum(max(len(gone), len(come)) for gone, come in runs)
    if any(any(letter.isdigit() for letter in word) for word in words):
        return _("изменилось число.")
    if _TURNING & {word.lower() for word in words}:
        return _("появилось или исчезло отрицание.")
    if count > MOST_WORDS:
        return _("изменилось %(words)s, а в правке их не больше %(most)d.") % {
            "words": counted(count, "слово", "слова", "слов"),
            "most": MOST_WORDS,
        }
    return ""


def same_words(before: Any, after: Any, *, apart: frozenset[str], only: Collection[str] | None = None) -> bool:
    """Whether two states of a practice, or of one of its rows, say the same, whatever the ids of the rows are.

    ``apart`` names the fields that do not count, ``only`` those that are compared at all (None: every one).
    """
    one, other = (_without(_all_of(it), apart) for it in (before, after))
    chosen = {f.name for f in type(after)._meta.many_to_many}
    for name in one.keys() | other.keys() if only is None else set(only) & one.keys():
        old, new = one.get(name), other.get(name)
        if name in chosen and set(old or ()) == set(new or ()):
            continue
        if any(_changed(old, new, name)):
            return False
    return True


def _all_of(thing: Any) -> dict[str, Any]:
    """The stored form of a page with its rows, or of a row."""
    is_whole = isinstance(thing, ClusterableModel)
    return dict(thing.serializable_data() if is_whole else get_serializable_data_for_fields(thing))


def _without(data: dict[str, Any], apart: Container[str]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name not in apart}


def _content(practice: Any) -> dict[str, Any]:
    return _without(_all_of(practice), BOOKKEEPING)


def _texts(model: type[models.Model]) -> set[str]:
    """The names of everything that is written freely, on the page and in its rows; an address is no text."""
    owners = [model, *(relation.related_model for relation in get_all_child_relations(model))]
    fields = [field for owner in owners for field in owner._meta.get_fields()]
    free = (models.CharField, models.TextField)
    barred = (models.SlugField, models.URLField, models.EmailField)
    return {
        field.name
        for field in fields
        if isinstance(field, free) and not isinstance(field, barred) and not getattr(field, "choices", None)
    } - _NEVER_SHOWN


def _changed(before: Any, after: Any, name: str = "") -> Iterator[tuple[str, Any, Any]]:
    """The values that differ, each with the name of its field; rows are compared in their order."""
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict) and set(before) == set(after):
        for key in before:
            if key != "pk":
                yield from _changed(before[key], after[key], key)
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for old, new in zip(before, after, strict=True):
            yield from _changed(old, new, name)
    else:
        yield name, before, after


def _other_words(before: str, after: str) -> list[tuple[list[str], list[str]]]:
    """The runs of words that went, each with what came in its place; a sign of punctuation is no word."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    return [
        (old[old_from:old_to], new[new_from:new_to])
        for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes()
        if tag != "equal"
    ]
