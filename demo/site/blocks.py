"""Short ways to write the blocks of a page."""

from __future__ import annotations

from typing import Any

Block = tuple[str, Any]


def text(*paragraphs: str) -> Block:
    """Paragraphs of plain words; a line that begins with «## » is a subheading."""
    html = [f"<h2>{line[3:]}</h2>" if line.startswith("## ") else f"<p>{line}</p>" for line in paragraphs]
    return "text", "".join(html)


def points(*lines: str) -> Block:
    """A list."""
    return "text", "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"


def quote(words: str, author: str, role: str, voice: str = "") -> Block:
    return "quote", {"text": words, "author": author, "role": role, "voice": voice}


def steps(*pairs: tuple[str, str]) -> Block:
    return "steps", {"items": [{"title": title, "text": f"<p>{words}</p>"} for title, words in pairs]}


def timeline(*rows: tuple[str, str]) -> Block:
    return "timeline", {"items": [{"when": when, "title": title, "text": ""} for when, title in rows]}


def answers(*pairs: tuple[str, str]) -> Block:
    return "accordion", {"items": [{"question": ask, "answer": f"<p>{words}</p>"} for ask, words in pairs]}


def mentors(title: str, address: str) -> Block:
    return "mentors", {"title": title, "address": address, "number": "3"}


def body(*blocks: Block) -> list[dict[str, Any]]:
    """The blocks as a body field takes them."""
    return [{"type": kind, "value": value} for kind, value in blocks]
