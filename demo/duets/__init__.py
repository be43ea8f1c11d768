"""Twelve invented conversations, and the duets that are still on their way."""
