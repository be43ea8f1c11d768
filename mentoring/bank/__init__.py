"""The Mentor Bank «Банк наставников»: entries, selection, freshness, what of them is public, imports and exports."""
