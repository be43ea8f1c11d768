"""Sessions of people: how long they last, where they were opened, how they are ended."""
