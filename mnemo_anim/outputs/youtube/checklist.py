"""Every rule for a film on YouTube, with what was measured."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from mnemo_anim.outputs.transcript import escaped
from mnemo_anim.outputs.youtube.caption_rules import CAPTION_RULES
from mnemo_anim.outputs.youtube.film_rules import FILM_RULES
from mnemo_anim.outputs.youtube.material import Material
from mnemo_anim.outputs.youtube.rule import Reading, Rule
from mnemo_anim.outputs.youtube.word_rules import CHAPTER_RULES, THUMBNAIL_RULES, WORD_RULES
from mnemo_anim.render.errors import RenderError

RULES: tuple[Rule, ...] = (
    *FILM_RULES,
    *CAPTION_RULES,
    *CHAPTER_RULES,
    *WORD_RULES,
    *THUMBNAIL_RULES,
)


@dataclass(frozen=True, slots=True)
class Check:
    """A rule, what was measured, and what to do where it is missed."""

    rule: Rule
    reading: Reading
    mend: str

    @property
    def verdict(self) -> str:
        """``kept`` or ``missed``."""
        return "kept" if self.reading.kept else "missed"

    def __str__(self) -> str:
        return (
            f"{self.rule.name} asks for {self.rule.asks}; found: {self.reading.value}. {self.mend}."
        )


def check(material: Material, *, about: str, render: str) -> tuple[Check, ...]:
    """Measure the material by every rule.

    Args:
        material: What there is.
        about: The file of the maker's words, for the mends.
        render: The command that renders the film, likewise.
    """
    return tuple(
        Check(rule, rule.measure(material), rule.mend.format(about=about, render=render))
        for rule in RULES
    )


def insist(checks: Sequence[Check]) -> None:
    """Stop where a rule is missed.

    Raises:
        RenderError: It names each such rule, what was measured and how to mend it.
    """
    missed = [str(one) for one in checks if one.verdict == "missed"]
    if missed:
        raise RenderError(f"the film is not ready for YouTube. {' '.join(missed)}")


def as_markdown(title: str, checks: Sequence[Check]) -> str:
    """Return the checklist for people, a table for each subject."""
    signs = {"kept": "✓", "missed": "✗"}
    parts = [f"# {escaped(title)}\n"]
    for subject, group in groupby(checks, lambda one: one.rule.subject):
        rows = [
            f"| {signs[one.verdict]} | {one.rule.name} | {escaped(one.rule.asks)} "
            f"| {escaped(one.reading.value)} |\n"
            for one in group
        ]
        head = "| | rule | asks for | measured |\n|---|---|---|---|\n"
        parts.append(f"## {subject}\n\n{head}{''.join(rows)}")
    return "\n".join(parts)


def as_json(title: str, checks: Sequence[Check]) -> str:
    """Return the checklist for programs."""
    rules = [
        {
            "rule": one.rule.name,
            "subject": one.rule.subject.value,
            "asks": one.rule.asks,
            "measured": one.reading.value,
            "verdict": one.verdict,
        }
        for one in checks
    ]
    return json.dumps({"title": title, "rules": rules}, indent=1, ensure_ascii=False) + "\n"
