"""The lists of what must and must not be found, one «typed | text» a line."""

from pathlib import Path

LISTS = Path(__file__).resolve().parent.parent / "language" / "lists"


def pairs(name: str) -> list[tuple[str, str]]:
    """The pairs of one list."""
    found = []
    for line in (LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            typed, _, text = line.partition(" | ")
            found.append((typed, text))
    return found
