"""The page of an organisation: its mentors, its pairs in numbers, its documents."""
