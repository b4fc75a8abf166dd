"""Slopes and gradients as arrows, bars and rings."""
