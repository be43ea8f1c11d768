"""Six programmes of invented organisations, each in its own words and at its own stage."""
