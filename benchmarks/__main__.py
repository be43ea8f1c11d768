"""`python -m benchmarks --sizes 5400 100000`: measures, prints the tables and keeps them in benchmarks/README.md."""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.cluster.tables import servers_report
from benchmarks.tables import report

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "benchmarks" / "README.md"
MEASURED, SERVERS = "measured", "servers"  # parts of the README, each between marks of its own
DATABASE = "duet.sqlite3"


def parse() -> argparse.Namespace:
    """What to measure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[5_400, 100_000], help="mentors in the bank")
    parser.add_argument("--rounds", type=int, default=15, help="how often each contender answers each query")
    parser.add_argument("--limit", type=float, default=5.0, help="seconds after which an answer is broken off")
    parser.add_argument("--patience", type=float, default=1.0, help="seconds of a contender for all rounds of a query")
    for product in ("elasticsearch", "opensearch"):
        address = os.environ.get(f"TEST_{product.upper()}_URL", "")
        parser.add_argument(f"--{product}", default=address, help="address of a server to measure as well")
    parser.add_argument("--only-servers", action="store_true", help="leave the database's contenders out")
    parser.add_argument(
        "--migrated", type=Path, help="a migrated SQLite database to begin with, instead of an empty one"
    )
    parser.add_argument("--json", type=Path, help="also keep everything measured in this file")
    parser.add_argument("--no-readme", action="store_true", help="print only")
    return parser.parse_args()


def main() -> int:
    """Measure each size in a process of its own; 1 if contenders disagree."""
    options = parse()
    with tempfile.TemporaryDirectory(prefix="duet-bench-") as folder:
        empty = Path(folder) / "empty"
        _say("empty site")
        empty.mkdir()
        if options.migrated:
            shutil.copy(options.migrated, empty / DATABASE)
        _run(empty, "django", "migrate", "--run-syncdb", "--verbosity", "0")
        sizes = [_measure(Path(folder), empty, size, options) for size in options.sizes]
    parts = {MEASURED: report(sizes), SERVERS: servers_report(sizes)}
    print("\n".join(parts.values()))
    if options.json:
        options.json.write_text(json.dumps(sizes, ensure_ascii=False, indent=1), encoding="utf-8")
    if not options.no_readme:
        for part, text in parts.items():
            keep(part, text)
    return 1 if any(measured.get("disagreements") for measured in sizes) else 0


def _measure(folder: Path, empty: Path, size: int, options: argparse.Namespace) -> dict[str, Any]:
    _say(f"{size:,} mentors")
    var = folder / str(size)
    var.mkdir()
    shutil.copy(empty / DATABASE, var / DATABASE)
    names = ("rounds", "limit", "patience", "elasticsearch", "opensearch")
    arguments = [f"--{name}={getattr(options, name)}" for name in names]
    arguments += ["--only-servers"] if options.only_servers else []
    measured: dict[str, Any] = json.loads(_run(var, "benchmarks.one_size", f"--size={size}", *arguments))
    shutil.rmtree(var)
    return measured


def _run(var: Path, module: str, *arguments: str) -> str:
    environment = {
        **os.environ,
        "DUET_VAR": str(var),
        "DATABASE_URL": f"sqlite:///{var / DATABASE}",
        "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
    }
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, env=environment, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout


def keep(part: str, text: str) -> None:
    """Put the tables between the marks of the README; where nothing was measured, what stands there stays."""
    if not text:
        return
    before, begin, rest = README.read_text(encoding="utf-8").partition(f"<!-- {part} -->")
    _, end, after = rest.partition(f"<!-- /{part} -->")
    README.write_text(f"{before}{begin}\n\n{text}\n{end}{after}", encoding="utf-8")


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
