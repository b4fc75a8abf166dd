"""Cards that turn, ask, and answer."""
