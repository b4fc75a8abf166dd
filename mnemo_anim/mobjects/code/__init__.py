"""The listings of the lecture on a panel."""
