"""Axes and curves of one variable."""
