"""Moments of animations, for tests of what they show."""

from manim import Animation


def show(animation: Animation, alpha: float) -> None:
    """Show a moment as a frame does: set it, then let what is alive draw itself."""
    animation.interpolate(alpha)
    animation.mobject.update()
