"""The lecture as slides: each beat plays when its slide comes, and then holds its last picture.

The narration stands in the speaker notes, for the lecturer to say, so slides have neither captions
nor sound. They are one HTML file that needs nothing from anywhere, or a PowerPoint file.

The files are made by the converters of manim-slides, an optional package, out of our own clips.
"""
