"""The camera over a map that was a landscape, and is going to be one again."""

from collections.abc import Callable

from mnemo_anim.landscape import Landscape, View
from mnemo_anim.mobjects.maps.contour_map import ContourMap
from mnemo_anim.mobjects.motion.dolly import rise_to_map
from mnemo_anim.theme import STAGE

_AZIMUTH, _ELEVATION, _PERSPECTIVE = -0.5, 0.6, 0.4  # of the ground as it is first seen
_TURN = 0.25  # of the camera, in radians, before the ground becomes the map
_WALLS = 1.0  # room under the ground for its walls, as it is seen last, in screen units
_OVERLAP = 0.6  # of the ground into the column beside the map


class MapCamera:
    """Paths of the camera from a slant to straight above, and from there to another.

    Args:
        chart: The map.
        ground: The landscape under it; it is put to the first view.
    """

    def __init__(self, chart: ContourMap, ground: Landscape) -> None:
        self.chart, self.ground = chart, ground
        ground.set_view(self.slanted_view(_AZIMUTH - _TURN))

    def slanted_view(self, azimuth: float = _AZIMUTH) -> View:
        """Return a view of the ground at a slant, where the map is going to be."""
        return self.rise(azimuth)(0.0)

    def rise(self, azimuth: float = _AZIMUTH) -> Callable[[float], View]:
        """Return the path of the camera from there to straight above, where the ground is a map."""
        border = self.chart.axes.border
        width = STAGE.right - float(border.get_left()[0]) + _OVERLAP
        middle = (float(border.get_center()[0]), STAGE.middle)
        return self._path(azimuth, _ELEVATION, middle, (width, STAGE.top - STAGE.bottom))

    def descend(
        self, azimuth: float, elevation: float, *, below: float = STAGE.top
    ) -> Callable[[float], View]:
        """Return the path of the camera from there to a slant, where the ground fills the stage.

        Args:
            azimuth: Of the camera in the end, as in `View`.
            elevation: The same.
            below: Y under which the ground stays, in screen units; its walls stay on the stage.
        """
        foot = STAGE.bottom + _WALLS
        middle, size = (0.0, (foot + below) / 2), (STAGE.right - STAGE.left, below - foot)
        path = self._path(azimuth, elevation, middle, size)
        return lambda t: path(1.0 - t)

    def _path(
        self,
        azimuth: float,
        elevation: float,
        middle: tuple[float, float],
        size: tuple[float, float],
    ) -> Callable[[float], View]:
        """Return the path from a slant, where the ground fills a box, to the map."""
        x, y, _ = self.chart.centre
        return rise_to_map(
            self.ground,
            self.chart.unit,
            (float(x), float(y)),
            azimuth=azimuth,
            elevation=elevation,
            perspective=_PERSPECTIVE,
            width=size[0],
            height=size[1],
            middle=middle,
        )
