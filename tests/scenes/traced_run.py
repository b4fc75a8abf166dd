"""Draw a scene, and tell which of the project's functions were run. A process of its own does this.

Every function of the project is compiled with one more call at its beginning, which notes its file:
so a function counts as soon as it is run, and nothing else is slowed down. Nothing of the project
is imported above: it would not be noted.
"""

import ast
import json
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from tempfile import TemporaryDirectory
from types import CodeType, ModuleType
from typing import Any

NOTE = "__note_that_this_runs__"

ran: dict[str, str] = {}
"""By file, the name of a function of it that was run, once this is asked for."""


class _NotingLoader(SourceFileLoader):
    def path_stats(self, path: str) -> Any:
        raise OSError("nothing that was compiled before is of use")

    def source_to_code(self, data: Any, path: Any, **_: Any) -> CodeType:  # type: ignore[override]
        tree = ast.parse(data)
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                note = ast.parse(f"{NOTE}({str(path)!r}, {node.name!r})").body
                is_told = isinstance(node.body[0], ast.Expr) and ast.get_docstring(node)
                node.body[1 if is_told else 0 : 1 if is_told else 0] = note
        return compile(ast.fix_missing_locations(tree), path, "exec", dont_inherit=True)


class _NotingFinder(MetaPathFinder):
    def __init__(self, packages: Sequence[str]) -> None:
        self._packages = packages

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] not in self._packages:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.origin is not None and spec.origin.endswith(".py"):
            spec.loader = _NotingLoader(fullname, spec.origin)
        return spec


class _Asked:
    """A lecture that notes what is read of it."""

    def __init__(self, lecture: Any, note: Callable[[str], None]) -> None:
        self._lecture, self._note = lecture, note

    def __getattr__(self, name: str) -> Any:
        self._note(name)
        return self._section if name == "section" else getattr(self._lecture, name)

    def _section(self, section_id: str) -> Any:
        self._note(f"section {section_id}")
        return self._lecture.section(section_id)


def main(scene: str, document: str, package: str) -> None:
    sys.meta_path.insert(0, _NotingFinder(("mnemo_anim", package)))
    vars(sys.modules["builtins"])[NOTE] = lambda path, name: None

    from mnemo_anim.paths import ROOT
    from mnemo_anim.render.draw import draw_segments
    from mnemo_anim.render.errors import RenderError
    from mnemo_anim.render.plan import make_plan
    from mnemo_anim.render.quality import Quality
    from mnemo_anim.render.reads import reads_besides
    from mnemo_anim.render.segments import Segment
    from mnemo_anim.render.task import SceneTask

    small = Quality("small", 96, 54, 1)
    with TemporaryDirectory() as folder:
        (job,) = make_plan(Path(document), small, Path(folder), package).only([scene])
    job.entry.load()
    asked: list[str] = []
    task, lecture = job.task(), _Asked(job.task().lecture(), asked.append)
    of_tasks: Any = SceneTask  # frozen, so that its class alone can give another lecture
    of_tasks.lecture = lambda _: lecture
    vars(sys.modules["builtins"])[NOTE] = ran.setdefault
    some = [Segment(second, second + 1, "") for second in range(0, 1000, 4)]
    with suppress(RenderError):  # that the scene ends before them all
        draw_segments(task, some, lambda _: None)
    files = {str(Path(path)): name for path, name in sorted(ran.items())}
    told = {
        "sources": [str(ROOT / name) for name in job.recipe.sources],
        "settings": list(job.recipe.settings),
        "functions": files,
        "asked": sorted(set(asked)),
        "reads": list(reads_besides(job.recipe.sources)),
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
