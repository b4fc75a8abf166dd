from typing import Any

from manim import tempconfig

from mnemo_anim.mobjects.cards.card_moves import CardMove, Deal, Turn
from scenes.common_pitfalls import CommonPitfalls


def test_each_card_is_dealt_as_its_first_beat_begins_and_turned_over_once() -> None:
    moves: list[tuple[type[CardMove], bool]] = []

    class Watched(CommonPitfalls):
        def play(self, *args: Any, **kwargs: Any) -> None:
            first = not self.renderer.num_plays or self.clock == self.began
            moves.extend((type(move), first) for move in args if isinstance(move, CardMove))
            super().play(*args, **kwargs)

        def next_section(self, *args: Any, **kwargs: Any) -> None:
            self.began = self.clock
            super().next_section(*args, **kwargs)

    with tempconfig({"format": "none", "frame_rate": 15}):
        Watched(skip_animations=True).render()
    assert [kind for kind, _ in moves] == 4 * [Deal, Turn]
    assert [first for _, first in moves[::2]] == 4 * [True]
