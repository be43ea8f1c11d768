"""The commands of practices and of their copies."""
