"""Personal links: one person, one purpose, one thing, no account; the site keeps only a fingerprint of each."""
