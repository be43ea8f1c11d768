"""News and events: one section of every branch, with a feed and a calendar."""
