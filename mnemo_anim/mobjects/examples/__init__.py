"""What the section of examples alone draws with: its listings, and what each of them does."""
