"""The visual vocabulary: what every scene draws with. Mobjects know no time."""
