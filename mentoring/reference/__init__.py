"""Reference tables of mentoring: subjects, directions, audiences, professional deficits."""
