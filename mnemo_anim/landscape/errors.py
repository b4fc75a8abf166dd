"""What can go wrong with a landscape, said in one sentence."""


class LandscapeError(RuntimeError):
    """A landscape cannot be drawn; the message says why, and how to mend it."""
