"""What is to appear and to disappear by itself at a chosen hour."""
