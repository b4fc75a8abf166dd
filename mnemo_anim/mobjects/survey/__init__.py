"""Section 3: a hillside is cut, and its gradient goes on a tour."""
