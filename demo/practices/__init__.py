"""Forty invented practices of the demo region, in every state, with experts' scores."""
