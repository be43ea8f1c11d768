"""What visitors send reaches people only after the mailbox that it names has answered."""
