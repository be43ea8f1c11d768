"""Owns the look of the site: what a visitor chose to see, navigation, drawings, template engines' vocabulary."""
