"""What pairs bring to the pages of the site."""

from cms.pages.home_panels import PanelPlace, register_home_panel
from mentoring.pairs.figures import show_pairs_in_numbers


def register() -> None:
    """Show pairs in numbers on every home; called once at start-up."""
    register_home_panel(PanelPlace("pairs", 400, show_pairs_in_numbers))
