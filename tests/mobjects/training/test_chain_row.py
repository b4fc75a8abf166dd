import numpy as np
import pytest

from mnemo_anim.maths.network_gallery import WeightScale, deep_chain_run
from mnemo_anim.mobjects.claims import claims
from mnemo_anim.mobjects.training.chain_panel import LOSSES, ChainPanel
from mnemo_anim.mobjects.training.chain_row import ChainRow, RowWords
from mnemo_anim.theme import STAGE

WORDS = RowWords(("small", "even", "large"), ("fades", "holds", "grows"), "early", "late", "L", "t")


@pytest.fixture(scope="module")
def row() -> ChainRow:
    return ChainRow(list(WeightScale), WORDS)


@pytest.fixture(params=list(WeightScale))
def panel(row: ChainRow, request: pytest.FixtureRequest) -> ChainPanel:
    return row.panels[request.param]


def centres(points: np.ndarray) -> np.ndarray:
    """Return the middles (m, 3) of circles drawn one after the other."""
    return np.asarray(points.reshape(-1, 16, 3)[:, ::4].mean(axis=1))


def test_when_the_light_has_passed_every_layer_has_its_norm(panel: ChainPanel) -> None:
    panel.signal.swept = panel.layers + 5.0
    panel.signal.redraw()
    norms = panel.run.gradient_norms[0]
    expected = panel.norms.point(np.arange(panel.layers) + 1, norms)
    assert centres(panel.signal.dots.points) == pytest.approx(expected, abs=1e-3)
    assert panel.signal.line.points[[0, -1]] == pytest.approx(expected[[0, -1]])


def test_light_has_come_only_through_the_last_layers(panel: ChainPanel) -> None:
    panel.signal.swept = 4.5
    panel.signal.redraw()
    lit = centres(panel.signal.beads.points)
    assert lit[:, 0] == pytest.approx(panel.node(np.arange(panel.layers - 5, panel.layers))[:, 0])


def test_the_number_is_the_norm_of_the_first_layer_and_keeps_clear_of_the_line(
    panel: ChainPanel,
) -> None:
    (claim,) = claims(panel.first)
    assert claim.quantity.value == panel.run.gradient_norms[0, 0]
    assert claim.holds()
    line = panel.norms.point(np.arange(panel.layers) + 1, panel.run.gradient_norms[0])
    number = panel.first[1]
    under = line[line[:, 0] <= number.get_right()[0]][:, 1]
    below = number.get_top()[1] < under.min()
    above = number.get_bottom()[1] > under.max()
    assert below or above


def test_gradients_fade_hold_and_grow_on_one_scale(row: ChainRow) -> None:
    scales = {tuple(panel.norms.corners.units) for panel in row.panels.values()}
    assert len(scales) == 1
    small, balanced, large = (
        np.log10(deep_chain_run(scale).gradient_norms[0]) for scale in WeightScale
    )
    assert small[0] < small[-1] - 4
    assert np.ptp(balanced) < 0.5
    assert large[0] > large[-1] + 3


def test_only_the_last_loss_leaves_its_frame(row: ChainRow) -> None:
    for scale, panel in row.panels.items():
        panel.curve.x = 100.0
        panel.curve.update()
        top = panel.losses.point(0.0, LOSSES[1])[1]
        out = panel.curve.head.get_top()[1] > top + 1e-6
        assert out == (scale is WeightScale.LARGE)


def test_everything_stands_on_the_stage(row: ChainRow) -> None:
    assert row.get_left()[0] >= STAGE.left - 1e-6
    assert row.get_right()[0] <= STAGE.right + 1e-6
    assert row.get_top()[1] <= STAGE.top + 1e-6
    assert row.get_bottom()[1] >= STAGE.bottom - 1e-6
