"""What is done to a duet on its way from the idea to the published page; each move stands in the history."""
