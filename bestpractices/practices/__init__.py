"""A practice: its passport, the gate of planned and actual figures, and its public page."""
