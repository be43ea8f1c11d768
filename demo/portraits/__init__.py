"""Portraits of the invented mentors, drawn by code: heads cut out of paper in one tone, as on the site itself."""
