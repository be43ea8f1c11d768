"""Texts are cleaned where they are saved: no control or direction characters reach a list, a feed or a paper."""
