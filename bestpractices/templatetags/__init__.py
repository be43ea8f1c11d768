"""What templates of practices and of copies need."""
