"""The Mentor Bank from files: reading, recognising columns, a verdict per row, and one transaction that applies them.

One way, left imported by right: ``files`` and ``values`` → columns → rows → plan → apply → stages → forms → views.
"""
