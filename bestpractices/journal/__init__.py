"""Every decision about a practice: who, when, what, why, on which revision; written once, never changed."""
