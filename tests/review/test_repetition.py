"""Two cold renders of a scene are compared frame by frame, and a difference is found."""

import pytest

from mnemo_anim.cli import main
from tests.tiny_studio import Studio

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _project_stays_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mnemo_anim.render.plan.shared_digest", lambda: "the same")
    monkeypatch.setenv("PYTHONHASHSEED", "1")


def test_the_same_frames_are_told_to_be_the_same(
    studio: Studio, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["determinism", *studio.options]) == 0
    assert "2 scenes rendered twice: the same frames." in capsys.readouterr().out


def test_a_scene_that_depends_on_the_process_is_found_with_frame_and_beat(
    studio: Studio, capsys: pytest.CaptureFixture[str]
) -> None:
    studio.write_scene("two", also='dot.shift(hash("a word") % 7 * 0.4 * RIGHT); self.wait(0.5)')
    assert main(["determinism", *studio.options]) == 1
    told = capsys.readouterr().out
    assert "Two: two renders differ from frame" in told
    assert "“third”" in told
    assert "One: two renders" not in told
