"""A lecture to try the gate on: what is wrong on purpose, what is allowed, and what is right."""

from pathlib import Path

LECTURE = Path(__file__).with_name("lecture.md")

SCENES = {
    "faults": "tests.review.planted.faulty:Faulty",
    "allowed": "tests.review.planted.allowed:Allowed",
    "fine": "tests.review.planted.fine:Fine",
}
