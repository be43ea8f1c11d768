"""The examples of the page for programmers; each is run as it stands there by the tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


@dataclass(frozen=True, slots=True)
class Example:
    """Lines of a language with the root of the site in them, and what they do."""

    code: str
    language: str
    label: Any
    lines: str


_PYTHON = """
import json
from urllib.request import urlopen

address, as_of, mentors = "{root}/api/v1/mentors?limit=100&fields=name,url", None, []
while address:
    with urlopen(address) as answer:
        portion = json.load(answer)
    as_of = as_of or portion["as_of"]
    mentors += portion["items"]
    address = portion["links"]["next"]
print(len(mentors), as_of)
"""

_JAVASCRIPT = """
let address = "{root}/api/v1/practices?fields=title,url,level";
const practices = [];
while (address) {{
  const answer = await fetch(address);
  const portion = await answer.json();
  if (!answer.ok) throw new Error(portion.title);
  practices.push(...portion.items);
  address = portion.links.next;
}}
console.log(practices.length, practices[0]?.title);
"""

_SIGNATURE = """
import hashlib
import hmac

def is_genuine(secret, headers, body):
    signed = headers["X-Duet-Timestamp"].encode() + b"." + body
    expected = "sha256=" + hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected, headers["X-Duet-Signature"])
"""

_CURL = (
    ("list", gettext_lazy("Две практики, только название, адрес и уровень"),
     "curl '{root}/api/v1/practices?limit=2&fields=title,url,level'"),
    ("changed", gettext_lazy("Кто из наставников изменился и кого больше нет"),
     "curl '{root}/api/v1/mentors?changed_since=2026-09-01T00:00:00Z&fields=name'"),
    ("search", gettext_lazy("Наставники по словам, как на странице «Найти наставника»"),
     "curl --get '{root}/api/v1/mentors' --data-urlencode 'q=математика'"),
    ("head", gettext_lazy("Только заголовки: сколько запросов осталось, ETag, сжатие"),
     "curl --compressed --head '{root}/api/v1/acts'"),
)  # fmt: skip


def examples(root: str) -> list[Example]:
    """The examples for this site."""
    curl = [Example(code, "curl", label, lines.format(root=root)) for code, label, lines in _CURL]
    return [
        *curl,
        Example("python", "python", _("Python: все наставники"), _PYTHON.strip().format(root=root)),
        Example("javascript", "javascript", _("JavaScript: все практики"), _JAVASCRIPT.strip().format(root=root)),
    ]


def signature_example() -> Example:
    """How a receiver knows that a message is from this site."""
    return Example("signature", "python", _("Python: проверить подпись"), _SIGNATURE.strip())
