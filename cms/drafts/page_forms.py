"""The forms of a rendered page: their fields, what stands in them, and what a person calls them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import blake2s
from typing import Any

from lxml import html

#: Fields that belong to the machinery of a form.
OWN = frozenset({"csrfmiddlewaretoken", "form-token", "form-labels", "next"})
_CONTROLS = ("input", "select", "textarea")
_BUTTONS = frozenset({"submit", "button", "image", "reset", "file"})


@dataclass(slots=True)
class Field:
    """One name in a form: its values, their words, its label."""

    name: str
    label: str = ""
    values: tuple[str, ...] = ()
    #: Words by value, where the values are not words themselves.
    choices: dict[str, str] = field(default_factory=dict)
    is_long: bool = False

    def words(self, values: tuple[str, ...]) -> str:
        """How a person reads these values."""
        return ", ".join(filter(None, (self.choices.get(value, plain(value)) for value in values)))


@dataclass(slots=True)
class PageForm:
    """A form that is sent by POST."""

    mark: str
    action: str
    fields: dict[str, Field] = field(default_factory=dict)
    secrets: list[str] = field(default_factory=list)
    buttons: list[str] = field(default_factory=list)
    is_autosaved: bool = False

    @property
    def key(self) -> str:
        """What tells it from the other forms of its page, whatever is typed."""
        if self.is_autosaved:  # it moves to another address when the page is made
            return "editor"
        first = next(iter(self.fields), "") or ",".join(self.buttons)
        return blake2s(f"{self.action}\n{first}".encode(), digest_size=8).hexdigest()


def plain(value: str) -> str:
    """A value without the marks of an editor: rich text is kept as JSON of its paragraphs."""
    text = value.replace("\r\n", "\n").strip()
    if text.startswith('{"blocks"') or (text.startswith("{") and '"blocks":' in text):
        try:
            return "\n".join(block.get("text", "") for block in json.loads(text)["blocks"]).strip()
        except (ValueError, TypeError, KeyError, AttributeError):
            return text
    return text


def digest(values: tuple[str, ...]) -> str:
    """A short mark of what stands in a field; line ends, edges and inner marks of an editor count for nothing."""
    said = "\0".join(sorted(filter(None, map(plain, values))))
    return blake2s(said.encode(errors="surrogatepass"), digest_size=5).hexdigest() if said else ""


def forms_of(page: str, mark: str) -> list[PageForm]:
    """The forms of a page that carry the attribute ``mark``, in their order."""
    document = html.document_fromstring(page)
    labels = {label.get("for"): _words(label) for label in document.iterfind(".//label[@for]")}
    return [_read(form, form.get(mark), labels) for form in document.iter("form") if form.get(mark) is not None]


def _read(form: Any, mark: str, labels: dict[str, str]) -> PageForm:
    read = PageForm(mark, form.get("action") or "")
    read.is_autosaved = "w-autosave" in (form.get("data-controller") or "").split()
    for button in form.iter("button"):
        read.buttons.append(f"{button.get('name') or ''}={button.get('value') or ''}")
    for control in form.iter(*_CONTROLS):
        name, kind = control.get("name"), (control.get("type") or "").lower()
        if not name or name in OWN or _is_off(control):
            continue
        if kind == "password":
            read.secrets.append(name)
        elif control.tag == "input" and kind in _BUTTONS:
            continue
        elif kind != "hidden" or control.get("id") in labels:
            _take(read.fields.setdefault(name, Field(name)), control, kind, labels)
    return read


def _take(into: Field, control: Any, kind: str, labels: dict[str, str]) -> None:
    own = labels.get(control.get("id"), "") or _words_around(control) or control.get("aria-label") or ""
    legend = _legend(control)
    if control.tag == "select":
        chosen = [option for option in control.iter("option") if option.get("selected") is not None]
        if not chosen and control.get("multiple") is None:
            chosen = list(control.iter("option"))[:1]
        into.values += tuple(_value(option) for option in chosen)
        into.choices |= {_value(option): _squeezed(option.text or "") for option in control.iter("option")}
    elif kind in {"checkbox", "radio"}:
        value = control.get("value", "on")
        into.choices[value] = own
        into.values += (value,) if control.get("checked") is not None else ()
        into.label = into.label or legend or own
        return
    else:
        into.is_long = into.is_long or control.tag == "textarea"
        into.values += (control.text or "" if control.tag == "textarea" else control.get("value") or "",)
    into.label = into.label or " – ".join(dict.fromkeys(filter(None, (legend, own))))


def _value(option: Any) -> str:
    value = option.get("value")
    return _squeezed(option.text or "") if value is None else str(value)


def _is_off(control: Any) -> bool:
    """Disabled, by itself or with its group; or a pattern for new rows."""
    if control.get("disabled") is not None:
        return True
    return any(
        parent.tag == "template" or (parent.tag == "fieldset" and parent.get("disabled") is not None)
        for parent in control.iterancestors()
    )


def _legend(control: Any) -> str:
    for parent in control.iterancestors("fieldset", "form"):
        legend = parent.find("legend") if parent.tag == "fieldset" else None
        if legend is not None:
            return _words(legend)
    return ""


def _words_around(control: Any) -> str:
    label = next(control.iterancestors("label"), None)
    return "" if label is None else _words(label)


def _words(element: Any) -> str:
    """The text of an element without what stands in its controls."""
    inside = [element.text or ""]
    for child in element:
        inside += ["" if child.tag in _CONTROLS or not isinstance(child.tag, str) else _words(child), child.tail or ""]
    return _squeezed(" ".join(inside))


def _squeezed(text: str) -> str:
    return " ".join(text.split()).strip(" *:")
