"""Papers as DOCX, by python-docx: the same words, in a file that an office edits further."""
