"""Findings of every kind."""

from mnemo_anim.bench.findings import Bound, Finding, Limit

TWICE = Finding.faster("a", "what is fast", "the old way", ours=2.0, theirs=8.0, least=2.0)
HALF = Finding.faster("b", "what is slow", "the old way", ours=4.0, theirs=4.0, least=2.0)
CLOSE = Finding.within("c", "what is close", "the floor", ours=150.0, theirs=100.0, most=1.6)
LARGE = Finding.amount("d", "what is large", ours=1.2, most=0.8, unit="GB", where="one scene")
ABSENT = Finding(
    "e", "what is not here", "another", Limit(Bound.LEAST, 0.85), why_not="It is not installed."
)
ALL = (TWICE, HALF, CLOSE, LARGE, ABSENT)
