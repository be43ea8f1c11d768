"""The catalogue that completes Wagtail's Russian: compiled, in step with Wagtail, asking only for what it gives."""

from __future__ import annotations

import json
import re
from pathlib import Path

import django
import polib
import pytest
import wagtail
import wagtail_modeladmin
from django.test import Client
from django.utils.translation import gettext, override, trans_real

FOLDER = Path(__file__).parents[2] / "cms" / "locale" / "ru" / "LC_MESSAGES"
CATALOGUE = FOLDER / "django.po"
PLACEHOLDER = re.compile(r"%\(\w+\)[sdr]|\{\w+\}")
TAG = re.compile(r"<[^>]*>")
STRAIGHT = re.compile(r"""["'](?:%\(\w+\)[sdr]|%s|\{\w*\})|(?:%\(\w+\)[sdr]|%s|\{\w*\})["']""")


@pytest.fixture(scope="module")
def catalogue() -> polib.POFile:
    return polib.pofile(str(CATALOGUE))


@pytest.mark.parametrize("name", ["django", "djangojs"])
def test_what_is_compiled_is_what_is_written(name: str) -> None:
    written = FOLDER / f"{name}.po"
    assert polib.pofile(str(written)).to_binary() == written.with_suffix(".mo").read_bytes(), (
        f"Compile the catalogue, in cms/locale/ru/LC_MESSAGES: msgfmt --no-hash {name}.po -o {name}.mo"
    )


def test_every_entry_is_still_a_phrase_of_a_library(catalogue: polib.POFile) -> None:
    phrases = {
        entry.msgid
        for package in (wagtail, wagtail_modeladmin, django)
        for path in Path(package.__file__).parent.rglob("locale/en/LC_MESSAGES/django.po")
        for entry in polib.pofile(str(path))
    }
    assert {entry.msgid for entry in catalogue} - phrases == set()


def test_a_phrase_asks_for_nothing_that_wagtail_does_not_give(catalogue: polib.POFile) -> None:
    for entry in catalogue:
        given = set(PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
        for words in [entry.msgstr, *entry.msgstr_plural.values()]:
            assert set(PLACEHOLDER.findall(words)) <= given, entry.msgid


def test_what_is_named_inside_a_phrase_stands_in_russian_quotes() -> None:
    """All that Wagtail and Django say in Russian, as this installation says it: «Страница «Проба» создана»."""
    catalogue = trans_real.translation("ru")._catalog  # type: ignore[attr-defined]
    said = {words for each in catalogue._catalogs for key in each if isinstance(words := catalogue.get(key), str)}
    assert len(said) > 2000
    assert sorted(words for words in said if STRAIGHT.search(TAG.sub("", words))) == []


def test_no_phrase_takes_a_person_for_a_man() -> None:
    """A verb after a name would have a gender: «Ольга сохранил»; such phrases are said without it."""
    catalogue = trans_real.translation("ru")._catalog  # type: ignore[attr-defined]
    said = {words for each in catalogue._catalogs for key in each if isinstance(words := catalogue.get(key), str)}
    gendered = re.compile(r"%\((?:user|user_name|editor|requester|rejector)\)s (?:\w+ )?\w+(?:ил|ал|ел|ял|лся)\b")
    assert sorted(words for words in said if gendered.search(words)) == []


def test_scripts_of_the_admin_use_the_same_quotes(client: Client) -> None:
    words = client.get("/admin/jsi18n/").content.decode()
    for phrase in ("Изменить: «%(title)s»", "Показать, что под страницей «%(title)s»"):
        assert json.dumps(phrase) in words


@pytest.mark.parametrize(
    ("phrase", "russian"), [("Exploring", "Раздел"), ("slug", "адрес"), ("Locked by", "Кто закрыл правку")]
)
def test_the_product_has_the_last_word(phrase: str, russian: str) -> None:
    with override("ru"):
        assert gettext(phrase) == russian
