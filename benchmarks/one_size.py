"""Everything at one size, in a process of its own: `python -m benchmarks.one_size --size 5400` prints JSON."""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

import django


def parse() -> argparse.Namespace:
    """The arguments that `python -m benchmarks` gives."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, required=True)
    parser.add_argument("--rounds", type=int, required=True)
    parser.add_argument("--limit", type=float, required=True, help="seconds for one answer of a slow contender")
    parser.add_argument("--elasticsearch", default="")
    parser.add_argument("--opensearch", default="")
    parser.add_argument("--only-servers", action="store_true")
    parser.add_argument("--patience", type=float, required=True, help="seconds of a contender for one query")
    return parser.parse_args()


def main() -> None:
    """Fill the bank, build the indexes, measure, print."""
    options = parse()
    django.setup()
    json.dump(_measured(options), sys.stdout)


def _measured(options: argparse.Namespace) -> dict[str, Any]:
    from django.utils import timezone

    from benchmarks import bank, flat, writing

    today = timezone.localdate()
    _step("bank", lambda: bank.fill(options.size, today))
    seconds, documents = _step("index of the product", writing.rebuild)
    _step("flat tables", lambda: flat.fill(today))
    clusters = {
        product: _step(product, lambda product=product: _cluster(product, options))
        for product in ("elasticsearch", "opensearch")
        if getattr(options, product)
    }
    basics = {"size": options.size, "documents": documents, "rebuild": seconds, "load": os.getloadavg()[1]}
    if options.only_servers:
        return {**basics, "clusters": clusters}
    _step("index of Wagtail", flat.index_for_wagtail)
    memory = json.loads(
        subprocess.run([sys.executable, "-m", "benchmarks.memory"], check=True, stdout=subprocess.PIPE).stdout
    )
    return {
        **basics,
        "clusters": clusters,
        "memory": memory,
        **_step("questions", lambda: _searches(options)),
        "pages": _step("pages", lambda: _pages(options)),
        "rewrite": _step("writes", writing.rewrite),
    }


def _cluster(product: str, options: argparse.Namespace) -> dict[str, Any]:
    from django.conf import settings

    from benchmarks.cluster import measuring
    from benchmarks.cluster.contenders import BACKENDS, PREFIX
    from benchmarks.queries import asked
    from search.engines import get_engine
    from search.interface import Query
    from search.mentors.schema import KIND

    url = getattr(options, product)
    settings.WAGTAILSEARCH_BACKENDS["server"] = {
        "BACKEND": BACKENDS[product],
        "URLS": [url],
        "INDEX_PREFIX": f"{PREFIX}-wagtail-",
        "ATOMIC_REBUILD": True,
    }
    queries = asked(get_engine().search(KIND, Query()).facets)
    return measuring.measure(product, url, queries, min(options.rounds, 9))


def _searches(options: argparse.Namespace) -> dict[str, Any]:
    from benchmarks import rounds
    from benchmarks.agreement import disagreements
    from benchmarks.contenders.embedded import Embedded, EmbeddedCold
    from benchmarks.contenders.memory import Memory
    from benchmarks.contenders.orm import Orm
    from benchmarks.contenders.wagtail import Wagtail
    from benchmarks.queries import asked
    from search.engines import get_engine
    from search.interface import Query
    from search.mentors.schema import KIND

    contenders = (Embedded(), EmbeddedCold(), Memory(), Wagtail(), Orm())
    queries = asked(get_engine().search(KIND, Query()).facets)
    wrong = disagreements(contenders, queries)
    lines = rounds.measure(contenders, queries, options.rounds, options.limit, options.patience)
    return {
        "disagreements": wrong,
        "contenders": {one.name: one.words for one in contenders},
        "queries": [
            {
                "group": line.asked.group,
                "text": line.asked.query.text,
                "seconds": line.seconds,
                "stopped": sorted(line.stopped),
            }
            for line in lines
        ],
    }


def _pages(options: argparse.Namespace) -> dict[str, float]:
    from benchmarks.pages import measuring
    from benchmarks.queries import asked
    from search.engines import get_engine
    from search.interface import Query
    from search.mentors.schema import KIND

    queries = asked(get_engine().search(KIND, Query()).facets)
    lines = measuring.measure(queries, min(options.rounds, 9))
    return {
        "ours": statistics.median(line.ours for line in lines),
        "stock": statistics.median(line.stock for line in lines),
        "ratio": statistics.median(line.stock / line.ours for line in lines),
        "least": min(line.stock / line.ours for line in lines),
        "ours_size": statistics.median(line.ours_size for line in lines),
        "stock_size": statistics.median(line.stock_size for line in lines),
    }


def _step(words: str, work: Callable[[], Any]) -> Any:
    """Do it and say how long it took, where a reader waits."""
    started = time.perf_counter()
    result = work()
    print(f"  {words}: {time.perf_counter() - started:.1f} s", file=sys.stderr, flush=True)
    return result


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.settings")
    main()
