"""Year books in the admin: the list, the desk on which a school writes, the pages of the steps."""
