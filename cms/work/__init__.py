"""Background work: what happens after an answer was given, by whom, and what becomes of it when a process dies."""
