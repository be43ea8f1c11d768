"""Places that people look for under other names: forms, service pages, sections; editors keep the table."""
