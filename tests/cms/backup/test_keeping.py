"""Old archives go only where newer ones stand; what somebody else put beside them stays."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from cms.backup.keeping import archives, name_for, newest, outlived

NOW = datetime(2026, 11, 22, 3, 15)


def test_days_are_kept_whole_and_weeks_by_one_archive(tmp_path: Path) -> None:
    for days in range(100):
        (tmp_path / name_for(NOW - timedelta(days=days))).touch()
    (tmp_path / "before-the-move.tar.gz").touch()
    for old in outlived(tmp_path, NOW, days=14, weeks=8):
        old.unlink()
    kept = [NOW - moment for moment in archives(tmp_path)]
    assert sum(age < timedelta(days=14) for age in kept) == 14
    assert 8 <= sum(age >= timedelta(days=14) for age in kept) <= 9
    assert max(kept) < timedelta(days=14, weeks=8)
    assert (tmp_path / "before-the-move.tar.gz").exists()


def test_the_last_archive_stays_however_old(tmp_path: Path) -> None:
    assert newest(tmp_path) is None
    last = tmp_path / name_for(NOW - timedelta(days=900))
    last.touch()
    assert outlived(tmp_path, NOW, days=1, weeks=1) == []
    assert newest(tmp_path) == last
