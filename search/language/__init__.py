"""Russian words, analysed once in Python so that every engine finds the same. Knows no engine and no model."""
