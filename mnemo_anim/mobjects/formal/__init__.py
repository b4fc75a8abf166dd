"""Section 5: the definition, its terms, and the cosine of a turning direction."""
