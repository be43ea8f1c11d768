"""The name of one person, wherever somebody types it: what it is made of, and what is no name at all."""
