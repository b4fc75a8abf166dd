"""Captions as files hold them: SubRip and WebVTT, written, read, and measured against the rules.

One caption is a `Subtitle`: its lines, and its time in seconds. `rules` measures captions wherever
they come from: a timeline, as the gate does, or any file.
"""

from mnemo_anim.captions.subtitle import Subtitle

__all__ = ["Subtitle"]
