"""The pages of the invented region: branches, homes, news, events, organisations, glossary."""
