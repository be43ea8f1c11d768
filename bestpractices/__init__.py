"""Best practices, their review and their republication. Nothing stands here yet; see docs/decisions."""
