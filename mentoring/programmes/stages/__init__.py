"""The seven stages of a programme: where each stands, and the documents that prove its result (S0-01)."""
