"""The visual vocabulary: what every scene draws with, by subject. Mobjects know no time."""
