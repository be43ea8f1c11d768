"""The pages of the invented region: branches, news, events, organisations, glossary."""

from mentoring.demo.parts import DemoPart, register_demo_part


def register() -> None:
    """Add the parts of the site to the demo; branches first, for other rooms put their pages into them."""
    from mentoring.demo.site.branches import load_branches

    register_demo_part(DemoPart("branches", 10, load_branches))
