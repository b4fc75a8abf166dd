"""Drawing frame after frame by painting again only what has changed, pixel for pixel the same."""

from mnemo_anim.repaint.renderer import RepaintingRenderer

__all__ = ["RepaintingRenderer"]
