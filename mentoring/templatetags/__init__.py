"""What mentoring prints on pages of the ground floor."""
