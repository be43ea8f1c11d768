"""Normative acts of the demo: nine real ones, and a line of invented ones of the Ключевской district."""

from mentoring.demo.parts import DemoPart, register_demo_part


def register() -> None:
    """Add the acts to the demo; the branches stand by then."""
    from mentoring.demo.acts.load import load_acts

    register_demo_part(DemoPart("acts", 30, load_acts))
