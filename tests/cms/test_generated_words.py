"""What Wagtail composes from the names of our records agrees in Russian, whatever gender or number a name has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import polib
import pytest
import wagtail
import wagtail_modeladmin
from django.db.models import Model
from django.test import Client
from django.utils import timezone
from django.utils.translation import gettext, ngettext, override
from wagtail.admin.templatetags.wagtailadmin_tags import timesince_last_update, timesince_simple
from wagtail.models import get_page_models
from wagtail.snippets.models import get_snippet_models

from cms.wording import agree

#: Where Wagtail puts the name of a kind of records.
KIND = r"%\((?:model_name|snippet_type_name|snippet_plural_name|page_type|label)\)s|\{model_name\}"
#: A name stands by itself, after a colon, in quotes or brackets, or before a colon; else it says its form.
APART = re.compile(rf"(?:[:«(]\s?|^)(?:{KIND})(?:[»)«:.,]|\s«|$)|(?:{KIND})\[")
NOUN = re.compile(
    r"№ (?:[а-яё]+(?:ых|их|ую|ая|ее|ое|ые|ие) )?"
    r"(?:страниц|подстраниц|документ|изображен|мест|запис|перевод)(?!\w*(?:ам|ям|ах|ях|ами)\b)"
)
CREATED = "%(model_name)s '%(object)s' created."
COUNTED = re.compile(r"%\((?:\w*count\w*|counter|total|num_\w+)\)[sd]|\d")


def _phrases() -> Iterator[polib.POEntry]:
    """What Wagtail says, in English."""
    for package in (wagtail, wagtail_modeladmin):
        for path in Path(package.__file__).parent.rglob("locale/en/LC_MESSAGES/django.po"):
            yield from polib.pofile(str(path))


PHRASES = {(entry.msgid, entry.msgctxt): entry for entry in _phrases()}.values()
NAMED = sorted(
    {entry.msgid for entry in PHRASES if re.search(KIND, entry.msgid) and not entry.msgid_plural and not entry.msgctxt}
    - {"%(label)s and Publish"}  # there it is the word of a button
)
PLURALS = sorted(
    {
        (entry.msgid, entry.msgid_plural)
        for entry in PHRASES
        if entry.msgid_plural and not entry.msgctxt and COUNTED.search(entry.msgid_plural)
    }
)


@pytest.mark.parametrize("phrase", NAMED)
def test_the_name_of_a_kind_stands_apart_or_says_its_form(phrase: str) -> None:
    with override("ru"):
        russian = gettext(phrase)

    for found in re.finditer(KIND, russian):
        window = str(russian)[max(0, found.start() - 2) : found.end() + 2]
        assert APART.search(window), russian


@pytest.mark.parametrize(("one", "many"), PLURALS)
def test_a_number_has_its_noun(one: str, many: str) -> None:
    with override("ru"):
        few, plenty = (_without_number(ngettext(one, many, number)) for number in (3, 8))

    # A noun in the dative, prepositional or instrumental case is one for all numbers: «к № документам».
    if NOUN.search(few):
        assert few != plenty, f"«{few}» for 3 and for 8"


def _without_number(words: str) -> str:
    return COUNTED.sub("№", words)


@pytest.mark.parametrize("model", [*get_snippet_models(), *get_page_models()], ids=lambda model: model.__name__)
def test_every_message_about_every_kind_is_whole(model: type[Model]) -> None:
    name = str(model._meta.verbose_name)
    assert not re.search(r"[A-Za-z]", name), name
    with override("ru"):
        for phrase in NAMED:
            given = dict.fromkeys(re.findall(r"%\((\w+)\)s", phrase), name) | {"count": 2}
            said = re.sub(KIND, name, gettext(phrase) % given)
            assert "None" not in said and ".." not in said and "  " not in said and "[" not in said, said


@pytest.mark.parametrize(
    ("phrase", "given", "words"),
    [
        ("Add %(label)s", {"label": "Пара"}, "Добавить пару"),
        ("Delete this %(object)s", {"object": "Наставник"}, "Удалить наставника"),
        ("Choose %(object)s", {"object": "нормативный акт"}, "Выбрать нормативный акт"),
        (
            "%(model_name)s '%(object)s' created.",
            {"model_name": "Практика", "object": "100 %"},
            "Практика «100 %» создана.",
        ),
        (
            "%(model_name)s '%(object)s' created.",
            {"model_name": "дуэт месяца", "object": "Май"},
            "Дуэт месяца «Май» создан.",
        ),
        (
            "%(model_name)s '%(object)s' created.",
            {"model_name": "Событие", "object": "Слёт"},
            "Событие «Слёт» создано.",
        ),
        (
            "Are you sure you want to delete %(count)s %(snippet_type_name)s?",
            {"count": 3, "snippet_type_name": "наставники"},
            "Будет удалено: 3 наставника. Вернуть их будет нельзя. Удалить?",
        ),
    ],
)
def test_generated_words_agree(phrase: str, given: dict[str, object], words: str) -> None:
    with override("ru"):
        assert gettext(phrase) % given == words


@pytest.mark.parametrize(
    ("number", "words"), [(1, "1 страница"), (3, "3 страницы"), (8, "8 страниц"), (21, "21 страница")]
)
def test_pages_are_counted_as_the_site_counts(number: int, words: str) -> None:
    with override("ru"):
        said = ngettext("%(num_parent_objects)d page", "%(num_parent_objects)d pages", number)

    assert said % {"num_parent_objects": number} == words
    assert words.endswith(agree(number, "страница", "страницы", "страниц"))


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (timedelta(seconds=70), "1 минуту назад"),
        (timedelta(minutes=41), "41 минуту назад"),
        (timedelta(minutes=62), "1 час назад"),
        (timedelta(days=1), "1 день назад"),
        (timedelta(days=7), "1 неделю назад"),
        (timedelta(days=15), "2 недели назад"),
        (timedelta(days=370), "1 год назад"),
    ],
)
def test_wagtail_tells_how_long_ago_in_the_accusative(passed: timedelta, words: str) -> None:
    with override("ru"):
        assert timesince_simple(timezone.now() - passed).replace("\xa0", " ") == words


def test_who_changed_a_page_and_how_long_ago() -> None:
    moment = timezone.now() - timedelta(days=9)
    with override("ru"):
        said = timesince_last_update(moment, user_display_name="Ольга Самойлова")
        whole = timesince_last_update(moment, use_shorthand=False)

    assert said.replace("\xa0", " ") == "1 неделю назад, Ольга Самойлова"
    assert whole.replace("\xa0", " ") == "1 неделю, 2 дня назад"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("register", "words"),
    [("cms/organisation", "Добавить организацию"), ("mentoring/subject", "Добавить предмет")],
)
def test_the_button_of_a_register_says_what_it_adds(
    register: str, words: str, superuser: object, signed_in: Callable[..., Client]
) -> None:
    page = " ".join(signed_in(superuser).get(f"/admin/{register}/").content.decode().split())
    assert re.search(rf'class="icon icon-plus[^>]*>.{{0,200}}{words}', page)
