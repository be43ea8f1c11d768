"""Normative acts of the demo: nine real ones, and a line of invented ones of the Ключевской district."""
