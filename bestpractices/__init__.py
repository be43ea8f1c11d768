"""Best practices: what a school has proved, how it is checked, scored and published, and what is built from it."""
