"""Contour maps, and what stands on a map or on the landscape's floor."""
