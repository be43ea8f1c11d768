"""What is done to a year book: written, sent, withdrawn by the school; accepted, returned by the centre; published."""
