"""Letters to mentors: the site passes them on, so that no address stands on a page."""
