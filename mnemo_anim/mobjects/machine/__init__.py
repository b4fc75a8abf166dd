"""A machine with dials: its slopes are taken one by one, stacked, drawn, and followed downhill."""
