"""The rows below the headings, as their author meant them: marks of repetition, groups, sections, totals."""
