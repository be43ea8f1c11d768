"""A folder of archives: how they are named, and which are kept."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path

_NAMED = re.compile(r"duet-(\d{4}-\d{2}-\d{2}-\d{6})\.tar\.gz")
_TIME = "%Y-%m-%d-%H%M%S"


def name_for(moment: datetime) -> str:
    """`duet-2026-11-22-031500.tar.gz`."""
    return f"duet-{moment.strftime(_TIME)}.tar.gz"


def archives(folder: Path) -> dict[datetime, Path]:
    """Those that `backup` named itself, by their moment, oldest first; what somebody else put there is not ours."""
    found = ((_NAMED.fullmatch(path.name), path) for path in folder.iterdir())
    return dict(sorted((datetime.strptime(match[1], _TIME), path) for match, path in found if match))


def newest(folder: Path) -> Path | None:
    """The last archive; None where there is none."""
    return next(reversed(archives(folder).values()), None)


def outlived(folder: Path, now: datetime, days: int, weeks: int) -> list[Path]:
    """What need not be kept: the last one and all of ``days`` stay, and of ``weeks`` before one each."""
    kept: set[Path] = set()
    seen: set[tuple[int, int]] = set()
    found = archives(folder)
    for moment, path in found.items():
        week = moment.isocalendar()[:2]
        if moment > now - timedelta(days=days):
            kept.add(path)
        elif moment > now - timedelta(days=days, weeks=weeks) and week not in seen:
            kept.add(path)
            seen.add(week)
    kept.update(list(found.values())[-1:])
    return [path for path in found.values() if path not in kept]
