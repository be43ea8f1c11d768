"""The words of mentoring: what each means, one page for all of them, and a link where a text uses one first."""
