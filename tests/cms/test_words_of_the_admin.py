"""The catalogue that completes Wagtail's Russian: compiled, in step with Wagtail, asking only for what it gives."""

from __future__ import annotations

import re
from pathlib import Path

import polib
import pytest
import wagtail
import wagtail_modeladmin
from django.utils.translation import gettext, override

CATALOGUE = Path(__file__).parents[2] / "cms" / "locale" / "ru" / "LC_MESSAGES" / "django.po"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}")


@pytest.fixture(scope="module")
def catalogue() -> polib.POFile:
    return polib.pofile(str(CATALOGUE))


def test_what_is_compiled_is_what_is_written(catalogue: polib.POFile) -> None:
    assert catalogue.to_binary() == CATALOGUE.with_suffix(".mo").read_bytes(), (
        "Compile the catalogue: msgfmt cms/locale/ru/LC_MESSAGES/django.po -o cms/locale/ru/LC_MESSAGES/django.mo"
    )


def test_every_entry_is_still_a_phrase_of_wagtail(catalogue: polib.POFile) -> None:
    phrases = {
        entry.msgid
        for package in (wagtail, wagtail_modeladmin)
        for path in Path(package.__file__).parent.rglob("locale/en/LC_MESSAGES/django.po")
        for entry in polib.pofile(str(path))
    }
    assert {entry.msgid for entry in catalogue} - phrases == set()


def test_a_phrase_asks_for_nothing_that_wagtail_does_not_give(catalogue: polib.POFile) -> None:
    for entry in catalogue:
        given = set(PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
        for words in [entry.msgstr, *entry.msgstr_plural.values()]:
            assert set(PLACEHOLDER.findall(words)) <= given, entry.msgid


@pytest.mark.parametrize(
    ("phrase", "russian"), [("Exploring", "Раздел"), ("slug", "адрес"), ("Locked by", "Кто закрыл правку")]
)
def test_the_product_has_the_last_word(phrase: str, russian: str) -> None:
    with override("ru"):
        assert gettext(phrase) == russian
