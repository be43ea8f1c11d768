"""What can be found, and how: language, engines, and the page «Найти наставника»."""
