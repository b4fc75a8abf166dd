"""The machine of the film, its dials set, and the gradient there."""

import pytest

from mnemo_anim.maths import MACHINE_WALK
from mnemo_anim.mobjects.machine.gradient import MachineGradient
from mnemo_anim.mobjects.machine.workbench import Workbench


@pytest.fixture
def bench() -> Workbench:
    return Workbench(MACHINE_WALK, MACHINE_WALK.start, word=lambda name: name, high=20.0)


@pytest.fixture
def gradient(bench: Workbench) -> MachineGradient:
    window = (-1.5, 2.9), (-1.9, 2.5)
    return MachineGradient(bench, inputs=(0, 1), window=window, scale=0.16)
