"""What all drawing stands on: live mobjects, outlines, arrows, and the places they hold to."""
