"""Who gets an uploaded picture or document: everybody while something public shows it, else those who may see it."""
