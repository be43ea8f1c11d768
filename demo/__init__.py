"""The invented region of the demo: generated without a database, the same on every Python, then loaded in bulk."""
