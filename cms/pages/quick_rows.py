"""Rows of objects with children, made from the database as quickly as any other row."""

from __future__ import annotations

from typing import Any

from django.db import models


class QuickRows:
    """Stands before ``ClusterableModel``, whose constructor looks for children among the values of every row."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        if kwargs:
            super().__init__(*args, **kwargs)
        else:  # from the database, or empty: children only come by name
            models.Model.__init__(self, *args)  # type: ignore[arg-type]
