"""Names of people in texts."""
