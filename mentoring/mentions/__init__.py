"""People named in texts: a name is a link of the text to a person, and is hidden while that person did not agree."""
