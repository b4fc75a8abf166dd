from typing import Any

from manim import tempconfig

from mnemo_anim.mobjects.card_moves import CardMove, Deal, Turn
from scenes.common_pitfalls import CommonPitfalls


def test_each_mistake_is_dealt_and_each_mend_turned_up_as_its_beat_begins() -> None:
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
    assert moves == 4 * [(Deal, True), (Turn, True)]
