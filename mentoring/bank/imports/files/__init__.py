"""Spreadsheets as people send them: CSV and XLSX of every make, read within fixed limits into one plain table."""
