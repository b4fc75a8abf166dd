"""Draws a landscape with OpenGL into an array of pixels.

There is one context per process, made at the first frame.  Nothing in it outlives a frame but what
depends on the ground, the palette and the size alone, so frames do not depend on earlier ones.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import moderngl
import numpy as np

from mnemo_anim.landscape.bounds import corners_of, drawn_box
from mnemo_anim.landscape.constants import shader_constants
from mnemo_anim.landscape.edges import edge_strips, pixels_of, reach, rim_half_width
from mnemo_anim.landscape.errors import LandscapeError
from mnemo_anim.landscape.levels import TABLE_SIZE, even_levels, level_table
from mnemo_anim.landscape.sheets import back_to_front, sheets_of
from mnemo_anim.landscape.uniforms import (
    OUTWARD,
    features_of,
    foot_height,
    heights,
    shader_uniforms,
    walls_seen,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from mnemo_anim.landscape.frame import Frame, Palette
    from mnemo_anim.landscape.state import LandscapeState
    from mnemo_anim.landscape.terrain import Terrain

_LARGE = 0.6
"""Part of the frame from which all of it is cleared.

A part is cleared by drawing over it, which in software takes longer for each pixel.
"""

_VERTEX = ("in_coords", "in_value", "in_gradient", "in_baked")


class Renderer:
    """An OpenGL context with the programs and buffers that draw landscapes.

    Attributes:
        count: How many pictures have been drawn.

    Raises:
        LandscapeError: There is no OpenGL to be had.
    """

    def __init__(self) -> None:
        self.count = 0
        self._context = _make_context()
        self._context.front_face = "cw"  # rows run downwards, which turns triangles round
        self._context.cull_face = "back"
        self._context.blend_func = moderngl.ONE, moderngl.ONE_MINUS_SRC_ALPHA
        self._table = self._context.texture((TABLE_SIZE, 1), 4, dtype="f4")
        self._table.filter = moderngl.NEAREST, moderngl.NEAREST
        self._table_key: object = None
        self._programs: dict[tuple[str, ...], moderngl.Program] = {}
        self._indices: dict[tuple[int, ...], moderngl.Buffer] = {}
        self._meshes: WeakKeyDictionary[Terrain, moderngl.Buffer] = WeakKeyDictionary()
        self._target: moderngl.Framebuffer | None = None
        self._pixels = np.empty(0, np.uint8)

    @property
    def driver(self) -> str:
        """What the OpenGL driver calls itself: its name and its version."""
        info = self._context.info
        return f"{info['GL_RENDERER']}, {info['GL_VERSION']}"

    def draw(
        self,
        terrain: Terrain,
        state: LandscapeState,
        palette: Palette,
        origin: tuple[float, float],
        frame: Frame,
    ) -> tuple[NDArray[np.uint8], tuple[int, int]]:
        """Return the part of the frame that is not empty, and its left and upper edge in pixels.

        The part is premultiplied RGBA, shape (height, width, 4), top row first. The array is filled
        anew by the next call.

        Args:
            terrain: The ground.
            state: How it looks.
            palette: Its colours and levels.
            origin: The coords that it grows from.
            frame: Where it is drawn.

        Raises:
            LandscapeError: The camera stands inside the landscape.
        """
        self.count += 1
        grown = state.extent != (1.0, 1.0)
        mesh = terrain.grown_mesh(state.extent, origin) if grown else terrain.mesh
        domain = terrain.domain(state.extent, origin)
        walls = walls_seen(state.view, domain)
        uniforms = shader_uniforms(terrain, state, palette, domain, frame)
        constants = shader_constants(palette.light, palette.tints, palette.haze, frame.pixel_size)
        defines = (*constants, *features_of(state, palette))
        pixels = pixels_of(mesh, state.view, heights(terrain, state.flatness), frame)
        rim = rim_half_width(mesh, state.view, frame)
        sheets = sheets_of(state, terrain, domain)
        corners = corners_of(domain, foot_height(terrain, state, palette), sheets)
        box = drawn_box(terrain, state, frame, pixels, corners, reach=reach(rim))
        self._upload_table(terrain, palette)
        self._table.use(0)
        target = self._target_of(frame)
        target.use()

        self._context.disable(moderngl.BLEND | moderngl.CULL_FACE)
        self._context.enable(moderngl.DEPTH_TEST)
        target.depth_mask = True
        viewport = left, upper, width, height = box.left, box.upper, *box.size
        is_large = box.area > _LARGE * frame.width * frame.height
        target.scissor = (0, 0, frame.width, frame.height) if is_large else viewport
        target.clear(0.0, 0.0, 0.0, 0.0, depth=1.0)
        target.scissor = viewport
        self._draw_walls(self._program("wall", defines, uniforms), mesh, walls)
        self._context.enable(moderngl.CULL_FACE)
        self._draw_surface(self._program("surface", defines, uniforms), terrain, mesh)

        self._context.enable(moderngl.BLEND)
        self._context.disable(moderngl.CULL_FACE)
        target.depth_mask = False
        uniforms["u_rim_half_width"] = rim
        strips = edge_strips(mesh, pixels, walls, rim)
        self._draw(
            self._program("surface", (*defines, "EDGE"), uniforms),
            (strips, "2f 1f 2f 2f 3f 1f", *_VERTEX, "in_edge", "in_distance"),
            moderngl.TRIANGLES,
        )
        for sheet in back_to_front(sheets, state.view):
            program = self._program("sheet", constants, {**uniforms, "u_colour": sheet.colour})
            vertices = (sheet.corners(), "3f 2f", "in_world", "in_uv")
            self._draw(program, vertices, moderngl.TRIANGLE_STRIP)
        part = self._pixels[: 4 * width * height].reshape(height, width, 4)
        if part.size:
            target.read_into(part, viewport=viewport, components=4)
        return part, (left, upper)

    def _program(
        self, name: str, defines: tuple[str, ...], uniforms: dict[str, Any]
    ) -> moderngl.Program:
        """Return a program made for what the frame shows, which saves half of each pixel's time."""
        key = (name, *defines)
        if key not in self._programs:
            head = "#version 330\n" + "".join(f"#define {define}\n" for define in defines)
            self._programs[key] = self._context.program(
                vertex_shader=head + _shader("projection.glsl") + _shader(f"{name}.vert"),
                fragment_shader=head + _shader("light.glsl") + _shader(f"{name}.frag"),
            )
        program = self._programs[key]
        for member in program:
            uniform = program[member]
            if isinstance(uniform, moderngl.Uniform):
                value = uniforms[member]
                if isinstance(value, bytes):
                    uniform.write(value)
                else:
                    # OpenGL does not tell an array of one from a single value.
                    single = isinstance(value, list) and uniform.array_length == 1
                    uniform.value = value[0] if single else value
        return program

    def _target_of(self, frame: Frame) -> moderngl.Framebuffer:
        size = (frame.width, frame.height)
        if self._target is None or self._target.size != size:
            if self._target is not None:
                self._target.release()
            self._target = self._context.framebuffer(
                self._context.renderbuffer(size, 4), self._context.depth_renderbuffer(size)
            )
            self._pixels = np.empty(4 * frame.height * frame.width, np.uint8)
        return self._target

    def _upload_table(self, terrain: Terrain, palette: Palette) -> None:
        levels = (palette.levels, palette.index_levels)
        key = (terrain.value_range, levels)
        if even_levels(*levels) is None and key != self._table_key:
            self._table.write(level_table(*terrain.value_range, *levels).tobytes())
            self._table_key = key

    def _draw_surface(
        self, program: moderngl.Program, terrain: Terrain, mesh: NDArray[np.float32]
    ) -> None:
        shape = mesh.shape[:2]
        if shape not in self._indices:
            self._indices[shape] = self._context.buffer(_triangles(*shape).tobytes())
        whole = mesh is terrain.mesh
        if whole and terrain not in self._meshes:
            self._meshes[terrain] = self._context.buffer(mesh.tobytes())
        vertices = self._meshes[terrain] if whole else self._context.buffer(mesh.tobytes())
        content = [(vertices, *_read_by(program, "2f 1f 2f 2f", _VERTEX))]
        array = self._context.vertex_array(program, content, self._indices[shape])
        array.render()
        array.release()
        if not whole:
            vertices.release()

    def _draw_walls(
        self, program: moderngl.Program, mesh: NDArray[np.float32], walls: Sequence[bool]
    ) -> None:
        # Counter-clockwise from above, so that each wall ends where the next begins.
        borders = (mesh[0], mesh[:, -1], mesh[-1, ::-1], mesh[::-1, 0])
        for side, (border, outward) in enumerate(zip(borders, OUTWARD, strict=True)):
            if not walls[side]:
                continue
            wall = np.empty((len(border), 2, 9), np.float32)
            wall[..., :3] = border[:, None, :3]
            wall[..., 3] = 0.0, 1.0
            wall[..., 4:6] = outward
            wall[..., 6] = np.linspace(0.0, 1.0, len(border))[:, None]
            wall[..., 7:] = not walls[side - 1], not walls[(side + 1) % 4]
            names = ("in_coords", "in_value", "in_drop", "in_outward", "in_along", "in_ends")
            vertices = (wall, "2f 1f 1f 2f 1f 2f", *names)
            self._draw(program, vertices, moderngl.TRIANGLE_STRIP)

    def _draw(
        self,
        program: moderngl.Program,
        vertices: tuple[Any, ...],
        mode: int,
    ) -> None:
        """Draw vertices that are needed once: (array, format, *names of the attributes)."""
        data, layout, *names = vertices
        buffer = self._context.buffer(data.tobytes())
        content = [(buffer, *_read_by(program, layout, names))]
        array = self._context.vertex_array(program, content)
        array.render(mode)
        array.release()
        buffer.release()


@cache
def _shared_renderer() -> tuple[int, Renderer]:
    return os.getpid(), Renderer()


def renderer() -> Renderer:
    """Return this process's renderer, made at the first call.

    Raises:
        LandscapeError: There is no OpenGL to be had, or the process was forked from one that had
            drawn a landscape: the driver's threads are not in the copy, and waiting for them would
            last for ever.
    """
    owner, shared = _shared_renderer()
    if owner != os.getpid():
        raise LandscapeError(
            "a process forked from one that has drawn a landscape cannot draw another: "
            "start worker processes with multiprocessing's method 'spawn'"
        )
    return shared


def _make_context() -> moderngl.Context:
    try:
        if sys.platform.startswith("linux"):
            # moderngl's own annotation of its settings is wrong.
            return moderngl.create_context(require=330, standalone=True, backend="egl")  # type: ignore[arg-type]
        return moderngl.create_context(require=330, standalone=True)
    except Exception as error:
        raise LandscapeError(
            "no OpenGL 3.3 to draw the landscape with: install EGL and Mesa's software driver "
            f"(on Debian and Ubuntu: libegl1 libgl1-mesa-dri). The driver said: {error}"
        ) from error


def _read_by(program: moderngl.Program, layout: str, names: Sequence[str]) -> Iterator[str]:
    """Yield a layout and names of attributes, less those that have no effect in this program.

    Args:
        program: It may have been made for no light from one side, say.
        layout: For each attribute, how many floats it has: ``2f``.
        names: Of the attributes.
    """
    read = [name in program for name in names]
    parts = zip(layout.split(), read, strict=True)
    yield " ".join(part if used else f"{4 * int(part[:-1])}x" for part, used in parts)
    yield from (name for name, used in zip(names, read, strict=True) if used)


@cache
def _shader(name: str) -> str:
    return (files(__package__) / "shaders" / name).read_text("utf-8")


def _triangles(rows: int, columns: int) -> NDArray[np.uint32]:
    index = np.arange(rows * columns, dtype=np.uint32).reshape(rows, columns)
    a, b, c, d = index[:-1, :-1], index[:-1, 1:], index[1:, 1:], index[1:, :-1]
    return np.stack([a, b, c, a, c, d], axis=-1).ravel()
