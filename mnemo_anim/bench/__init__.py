"""What the studio costs, measured in one run against other ways of doing the same.

``python -m mnemo_anim.bench`` prints ratios with the limits that they are held to, and writes
``renders/bench/bench.json`` and ``bench.png``. What is timed is what a user runs: commands, each in
a process of its own, with empty folders.
"""
