"""Headers and refusals that protect every page."""
