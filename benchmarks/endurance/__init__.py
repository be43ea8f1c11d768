"""Many readers and several editors at once, for minutes: what fails, and how long people wait."""
