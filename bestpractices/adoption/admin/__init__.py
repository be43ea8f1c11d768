"""Where a methodist takes a practice for a school and writes down what came of it."""
