"""What waits for whom: the stages of all practices, seen from each role."""
