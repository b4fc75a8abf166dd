"""What is installed here, what is missing, and how to get it; needs the standard library alone.

`python -m mnemo_anim.doctor` runs with any Python 3.11 or newer, before anything is set up.
"""
