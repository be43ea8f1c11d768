"""SQLite whose connection is kept between requests."""
