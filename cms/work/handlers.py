"""Wakes the worker of this process for a task that was just asked for."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from django_tasks.signals import task_enqueued

from cms.work.waking import wake_after_commit


@receiver(task_enqueued)
def look_for_it_at_once(sender: Any, **kwargs: Any) -> None:
    """The task waits for the commit of the transaction that asks for it."""
    wake_after_commit()
