"""How each form of ours takes part: declared beside its view, so that a form without a declaration is found by a test.

@keeps_drafts(Device.LASTING)
class ScoreView(View): ...

@no_words_typed("one button")
def sign_out(request): ...
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar


class Device(StrEnum):
    """How long a browser keeps what was typed, beside the draft of the site."""

    #: Until it is saved or the person signs out: texts that are to be published anyway.
    LASTING = "local"
    #: As long as the tab is open: forms about people, above all about minors, and forms of visitors.
    SESSION = "session"


@dataclass(frozen=True, slots=True)
class FormPolicy:
    """What a view does about words that are typed into it; ``reason`` stands where there are none."""

    device: Device = Device.SESSION
    reason: str = ""


_NAME = "form_policy"
View = TypeVar("View", bound=Callable[..., Any])


def keeps_drafts(device: Device) -> Callable[[View], View]:
    """Declare the forms of a view: they carry their version, warn, and keep drafts."""
    return _declare(FormPolicy(device))


def no_words_typed(reason: str) -> Callable[[View], View]:
    """Declare that a view takes a POST in which nobody has typed anything."""
    return _declare(FormPolicy(reason=reason))


def _declare(policy: FormPolicy) -> Callable[[View], View]:
    def declare(view: View) -> View:
        setattr(view, _NAME, policy)
        return view

    return declare


def policy_of(view: Any) -> FormPolicy | None:
    """The declaration of a view, or of the class behind it; None where there is none."""
    while view is not None:
        own: FormPolicy | None = getattr(view, _NAME, None) or getattr(getattr(view, "view_class", None), _NAME, None)
        if own is not None:
            return own
        view = inner_view(view)
    return None


def inner_view(view: Any) -> Any:
    """The view inside a decorator of Wagtail's admin, which takes over none of its attributes; None for the last."""
    wrapped = getattr(view, "__wrapped__", None)
    if wrapped is not None:
        return wrapped
    names = getattr(getattr(view, "__code__", None), "co_freevars", ())
    return view.__closure__[names.index("view_func")].cell_contents if "view_func" in names else None
