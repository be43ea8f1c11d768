"""Groups of synonyms: kept by the editors as a snippet, used by every engine from the next search on."""
