"""What is read from a rendered form, and what counts as a change."""

from __future__ import annotations

import json

from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.drafts.differences import differences, settled
from cms.drafts.keeping import clean_fields
from cms.drafts.page_forms import PageForm, digest, forms_of
from cms.drafts.sealing import MARK, marked, sealed
from cms.drafts.tokens import Owner, read_token, token_of

PAGE = """<html><body><form method="get"><input name="q"></form>
<form action="/a/" method="post" data-action="click->w-x#y">
  <input type="hidden" name="csrfmiddlewaretoken" value="x"><input type="hidden" name="stage" value="1">
  <label>Имя <input name="name" value="{name}"></label>
  <fieldset><legend>1. Вопрос</legend><label for="t">Наставник</label><textarea id="t" name="text">
{text}</textarea></fieldset>
  <select name="kind"><option value="a" selected>Первый вид</option><option value="b">Второй вид</option></select>
  <label for="chosen">Кто</label><input type="hidden" id="chosen" name="mentor" value="7">
  <input type="password" name="secret" value="тайна"><input name="off" disabled value="0">
  <template><input name="row-__prefix__" value=""></template>
</form></body></html>"""


def form(name: str = "Ира", text: str = "Слова") -> PageForm:
    [read] = forms_of(marked(PAGE.format(name=name, text=text))[0], MARK)
    return read


def test_a_form_is_read_as_a_person_sees_it() -> None:
    read = form()

    said = {field.name: (field.label, field.words(field.values)) for field in read.fields.values()}
    assert said == {
        "name": ("Имя", "Ира"),
        "text": ("1. Вопрос – Наставник", "Слова"),
        "kind": ("", "Первый вид"),
        "mentor": ("Кто", "7"),
    }
    assert read.secrets == ["secret"]


def test_line_ends_edges_and_the_marks_of_an_editor_are_no_change() -> None:
    def rich(key: str) -> str:
        return json.dumps({"blocks": [{"key": key, "text": "Абзац"}], "entityMap": {}})

    assert digest(("\nПервая\r\nвторая ",)) == digest(("Первая\nвторая",))
    assert digest((rich("abc"),)) == digest((rich("xyz"),))
    assert digest(("Первая",)) != digest(("Вторая",))


def test_only_what_both_have_changed_or_would_be_overwritten_is_asked() -> None:
    token = token_of(Owner(1), "/a/", form(), None)
    mine = QueryDict(mutable=True)
    mine.update({"name": "Ира", "text": "Мои слова", "kind": "b", "mentor": "7"})

    assert differences(token, mine, form(), {}) == []
    [text] = differences(token, mine, form(text="Их слова"), {})
    assert (text.label, text.is_touched) == ("1. Вопрос – Наставник", True)
    assert (text.theirs, text.yours) == ("Их слова", "Мои слова")
    [name] = differences(token, mine, form(name="Ирина"), {})
    assert (name.theirs, name.is_touched) == ("Ирина", False)
    assert differences(token, mine, form(text="Мои слова"), {}) == []


def test_a_choice_takes_their_words_or_mine() -> None:
    sent = QueryDict(mutable=True)
    sent.update({"text": "Мои", "draft-choice:text": "theirs", "draft-theirs:text": "Их", "name": "Ира"})
    sent.update({"draft-choice:name": "yours", "draft-theirs:name": "Ирина"})

    chosen = settled(sent)

    assert chosen.dict() == {"text": "Их", "name": "Ира"}


def test_a_field_that_is_gone_keeps_its_words() -> None:
    token = token_of(Owner(1), "/a/", form(), None)
    mine = QueryDict(mutable=True)
    mine.update({"name": "Ира", "text": "Мои слова", "kind": "a", "mentor": "7"})
    now = form()
    del now.fields["text"]

    [gone] = differences(token, mine, now, {"text": "Вопрос"})

    assert (gone.is_gone, gone.label, gone.yours) == (True, "Вопрос", "Мои слова")


def test_a_token_is_nobody_elses_to_make() -> None:
    token = token_of(Owner(5), "/admin/x/?p=2", form(), ("mentoring.pair", "3"))

    assert read_token(token.sealed()) == token
    assert read_token(token.sealed()[:-2] + "xx") is None
    assert read_token("чужое") is None
    shown = PAGE.format(name="1", text="2")
    page, tokens = sealed(shown, lambda it: token_of(Owner(5), "/", it, None), {"data-x": "1"})
    assert page.count('name="form-token"') == len(tokens) == 1
    assert 'data-action="click->w-x#y"' in page and MARK not in page


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.text(max_size=9), st.text(max_size=20)), max_size=4))
def test_any_text_can_be_kept_as_it_was_typed(pairs: list[tuple[str, str]]) -> None:
    token = token_of(Owner(1), "/a/", form(), None)

    kept = clean_fields(pairs, token)

    assert json.loads(json.dumps(kept)) == kept
    assert all("\0" not in value for _name, value in kept)
