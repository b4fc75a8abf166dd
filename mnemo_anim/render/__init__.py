"""From scenes to films: plan, work side by side, encode, remember what is done, join.

Nothing here imports manim before a frame is to be drawn.
"""
