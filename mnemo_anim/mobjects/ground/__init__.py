"""What is cut into, laid on or felt on the ground of a landscape."""
