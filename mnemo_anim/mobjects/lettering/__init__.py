"""Words, formulas and what they stand on, set in the project's own typefaces."""
