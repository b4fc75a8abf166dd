"""The gate: the studio looks at its own frames, and measures them against the rules it has set."""
