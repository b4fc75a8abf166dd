import numpy as np
import pytest

from mnemo_anim.maths.network_gallery import WeightScale, deep_chain_run
from mnemo_anim.mobjects.lettering.claims import claims
from mnemo_anim.mobjects.training.chain_panel import LOSSES, ChainPanel, PanelWords
from mnemo_anim.mobjects.training.chain_row import ChainRow
from mnemo_anim.theme import DIM, STAGE
from tests.mobjects.moments import show

WORDS = PanelWords("weights", "verdict", "early", "late", "loss", "step")


@pytest.fixture(scope="module")
def row() -> ChainRow:
    return ChainRow(dict.fromkeys(WeightScale, WORDS))


@pytest.fixture(params=list(WeightScale))
def panel(row: ChainRow, request: pytest.FixtureRequest) -> ChainPanel:
    return row.panels[request.param]


def centres(points: np.ndarray) -> np.ndarray:
    """Return the middles (m, 3) of circles drawn one after the other."""
    return np.asarray(points.reshape(-1, 16, 3)[:, ::4].mean(axis=1))


def test_when_the_light_has_passed_every_layer_has_its_norm(panel: ChainPanel) -> None:
    panel.signal.swept = panel.layers + 5.0
    panel.signal.redraw()
    norms = panel.gradient_norms
    expected = panel.norms.point(np.arange(panel.layers) + 1, norms)
    assert centres(panel.signal.dots.points) == pytest.approx(expected, abs=1e-3)
    assert panel.signal.line.points[[0, -1]] == pytest.approx(expected[[0, -1]])


def test_light_has_come_only_through_the_last_layers(panel: ChainPanel) -> None:
    panel.signal.swept = 4.5
    panel.signal.redraw()
    lit = np.array([bead.get_center() for bead in panel.signal.beads if bead.width > 0])
    assert lit[:, 0] == pytest.approx(panel.node(np.arange(panel.layers - 5, panel.layers))[:, 0])


def test_the_number_is_the_norm_of_the_first_layer_and_keeps_clear_of_the_line(
    panel: ChainPanel,
) -> None:
    (claim,) = claims(panel.first)
    assert claim.quantity.value == panel.gradient_norms[0]
    assert claim.holds()
    line = panel.norms.point(np.arange(panel.layers) + 1, panel.gradient_norms)
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


def test_where_the_gradient_has_vanished_layers_stay_dark_and_where_it_explodes_they_flare(
    row: ChainRow,
) -> None:
    for panel in row.panels.values():
        panel.signal.swept = panel.layers + 5.0
        panel.signal.redraw()
    small, balanced, large = (row.panels[scale].signal for scale in WeightScale)
    assert small.beads[0].presence < 0.15
    assert small.beads[-1].presence > 0.7
    assert all(bead.presence == 1.0 for bead in balanced.beads)
    assert not any(len(shell.points) for shell in small.halo)
    assert large.halo.height > 3 * large.beads[0].height


def test_losses_are_relative_to_the_first_one(row: ChainRow) -> None:
    for scale, panel in row.panels.items():
        losses = deep_chain_run(scale).losses
        panel.curve.x = 3.0
        assert panel.curve.tip == pytest.approx(panel.losses.point(3.0, losses[3] / losses[0]))
        assert panel.curve.y_at(0.0) == pytest.approx(1.0)


def test_chains_that_came_close_take_their_places(row: ChainRow) -> None:
    places = [panel.chain.get_center() for panel in row.panels.values()]
    row.come_close()
    for panel, place in zip(row.panels.values(), places, strict=True):
        assert panel.chain.width > 2 * panel.norms.corners.units[0] * panel.layers
        for part in (panel.chain, panel.heading):
            part.restore()
        assert panel.chain.get_center() == pytest.approx(place)


def test_axes_that_were_hinted_at_come_forward_as_they_are() -> None:
    panel = ChainPanel(WeightScale.SMALL, WORDS, width=3.0, scaled=False)
    lines, before = panel.norms.lines, panel.norms.lines.get_stroke_opacity()
    panel.hint_at_axes()
    assert lines.get_stroke_opacity() == pytest.approx(DIM * before)
    light = panel.light_axes()
    light.begin()
    show(light, 1.0)
    light.finish()
    assert lines.get_stroke_opacity() == pytest.approx(before)


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
