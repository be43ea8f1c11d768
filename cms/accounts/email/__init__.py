"""One's own mailbox is changed with the password, and only when the new one answers."""
