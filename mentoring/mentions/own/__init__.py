"""«Где названо моё имя»: people without an account see what the site still says of them, by a link to their mailbox."""
