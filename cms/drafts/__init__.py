"""Nothing typed into a form is lost: drafts, conflicts of two writers, ended sessions, stale decisions."""
