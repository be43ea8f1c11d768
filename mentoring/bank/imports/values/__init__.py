"""What people write in the cells, and what they mean by it; pure functions that never touch the database."""
