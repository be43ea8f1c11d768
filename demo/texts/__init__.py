"""What the mentors of the invented region say about themselves: fragments by subject, direction and audience.

A fragment may hold ``{masculine/feminine}`` forms; ``compose`` chooses one. Lists stand one fragment to a line.
"""
