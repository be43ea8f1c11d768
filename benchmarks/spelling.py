"""`python -m benchmarks.spelling [MODULE]`: how well and how fast mistyped words are read, on the held lists of tests.

MODULE is a file with another `Vocabulary` to compare with, such as an older `spelling.py`.
"""

import sys
import time
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from statistics import median
from typing import Any

from search.language.replacing import replacements
from search.language.stems import stems
from tests.search.language.held import lines, lone_words, mistyped, vocabulary

Asked = Callable[[str], list[str]]


def main() -> None:
    """Print one line for each way to read a word."""
    print(f"{'':>12} | first right | exact | absent words replaced | surnames | far words | µs a word")
    words = vocabulary()
    tell("near words", words.nearest)
    tell("as searched", lambda typed: [one.word for one in replacements(typed, words) if not one.offered])
    for path in sys.argv[1:]:
        tell("other", _other(path).nearest)


def tell(name: str, asked: Asked) -> None:
    """The shares of one way, and the median time of a mistyped word."""
    pairs = mistyped()
    first = exact = 0
    spent: list[float] = []
    for typed, meant in pairs:
        started = time.process_time_ns()
        found = asked(typed)
        spent.append((time.process_time_ns() - started) / 1000)
        first += bool(found) and not set(stems(found[0])).isdisjoint(stems(meant))
        exact += bool(found) and found[0] == meant
    shares = [first / len(pairs), exact / len(pairs), *(_answered(asked, name) for name in _NEVER)]
    print(f"{name:>12} | " + " | ".join(f"{share:.3f}" for share in shares) + f" | {median(spent):.0f}")


_NEVER = ("absent", "absent_surnames", "far")


def _answered(asked: Asked, name: str) -> float:
    words = lone_words(name)
    return sum(bool(asked(word)) for word in words) / len(words)


def _other(path: str) -> Any:
    spec = spec_from_file_location("other_spelling", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python file")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    rows = [line.split(" | ") for line in lines("vocabulary")]
    return module.Vocabulary((row[0], int(row[1])) for row in rows)


if __name__ == "__main__":
    main()
