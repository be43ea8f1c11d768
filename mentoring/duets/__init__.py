"""The monthly duet interview «Педагогический дуэт»: a project from the idea to the published conversation (S4-15)."""
