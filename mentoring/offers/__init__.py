"""Mentors put themselves forward (S4-02): the public form «Стать наставником»."""
