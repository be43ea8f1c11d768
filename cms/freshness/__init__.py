"""What visitors may see has a version in the database; answers are remembered under it and never outlive it."""
