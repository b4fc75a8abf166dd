"""The hiker, and what a hike over a landscape shows."""
