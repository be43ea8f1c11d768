"""What people wait for: whole requests through WSGI with all middlewares, saves, starts of a process, whole indexes."""
