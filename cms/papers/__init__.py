"""Papers: a presenter fills the words of a document once; page, PDF and DOCX are made of them (README.md)."""
