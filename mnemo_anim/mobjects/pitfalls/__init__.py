"""What is drawn on the cards of common pitfalls."""
