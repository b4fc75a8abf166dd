"""A beat on a transparent ground, to lay over slides or footage of one's own.

A film has no transparency, so the beat is drawn once more, without captions. Only what stands on
the bare ground can be lifted off it: a landscape fills its surroundings with light and haze.
"""
