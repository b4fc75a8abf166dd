"""Which files of the project a module depends on, read off its source without running it.

A package that only gathers names, such as ``mnemo_anim.maths``, is looked through: who takes
`ScalarField` from it depends on the module that defines `ScalarField`, not on its neighbours. What
cannot be looked through counts as a whole.
"""

import ast
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias

from mnemo_anim.render.whole import write_text_whole

Digests: TypeAlias = dict[str, str]
"""By path from the project's root, the SHA-256 of a file."""

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Imports:
    """What one source file imports, and what it is.

    Attributes:
        modules: Pairs (module, name) of ``from module import name``; for ``import module`` the name
            is empty.
        gathers: By name, where a package takes a name from that it hands on: (module, name).
        acts: Whether importing it does more than define things: it must be run in any case.
    """

    modules: tuple[tuple[str, str], ...]
    gathers: Mapping[str, tuple[str, str]]
    acts: bool


@dataclass
class SourceTree:
    """The packages of the project, as they lie on the disk.

    Args:
        root: The folder that `paths` count from.
        packages: The folder of each package, by its name.
        data: Folders and files beside the code that are a module's by name: who takes ``FONTS``
            from ``mnemo_anim.paths`` depends on all fonts.
        cache: A file that keeps what has been read off sources, by their content.
    """

    root: Path
    packages: Mapping[str, Path]
    data: Mapping[tuple[str, str], Path] = field(default_factory=dict)
    cache: Path | None = None

    def __post_init__(self) -> None:
        self._digests: dict[Path, str] = {}
        self._imports: dict[Path, Imports] = {}
        self._sources: dict[str, Path | None] = {}
        self._data: dict[Path, tuple[Path, ...]] = {}
        self._learnt = False

    def digests_of(self, *modules: str) -> Digests:
        """Return the digest of every file that the modules depend on, their own included.

        A file of the project that does not parse counts with its content alone.
        """
        found: dict[Path, None] = {}
        waiting = [(module, "") for module in modules]
        seen = set(waiting)
        while waiting:
            module, name = waiting.pop()
            for path, following in self._follow(module, name):
                found[path] = None
                fresh = [pair for pair in following if pair not in seen]
                seen.update(fresh)
                waiting += fresh
        return dict(sorted((self._shown(path), self.digest(path)) for path in found))

    def digest(self, path: Path) -> str:
        """Return the SHA-256 of a file."""
        if path not in self._digests:
            self._digests[path] = hashlib.sha256(path.read_bytes()).hexdigest()
        return self._digests[path]

    def _follow(self, module: str, name: str) -> Iterator[tuple[Path, tuple[tuple[str, str], ...]]]:
        """Yield the files that taking a name from a module needs, with what each imports."""
        source = self._source_of(module)
        if source is None:
            return
        if (module, name) in self.data:
            yield from ((path, ()) for path in _files(self.data[module, name]))
        if name and self._source_of(f"{module}.{name}") is not None:
            yield from self._follow(f"{module}.{name}", "")
            return
        imports = self._imports_of(source)
        if source.name == "__init__.py" and not imports.acts and (name in imports.gathers):
            acting = (pair for pair in imports.modules if self._acts(pair[0]))
            for pair in (imports.gathers[name], *acting):
                yield from self._follow(*pair)
            return
        yield source, imports.modules
        yield from ((path, ()) for path in self._data_beside(source))

    def _acts(self, module: str) -> bool:
        source = self._source_of(module)
        return source is not None and self._imports_of(source).acts

    def _source_of(self, module: str) -> Path | None:
        """Return the file of a module of the project; None for any other."""
        if module not in self._sources:
            top, *rest = module.split(".")
            self._sources[module] = None
            if top in self.packages:
                path = self.packages[top].joinpath(*rest)
                candidates = (path / "__init__.py", path.with_name(f"{path.name}.py"))
                self._sources[module] = next(filter(Path.is_file, candidates), None)
        return self._sources[module]

    def _data_beside(self, source: Path) -> tuple[Path, ...]:
        """Return the files of a module's package that are no code, such as its shaders."""
        folder = source.parent
        if folder not in self._data:
            self._data[folder] = tuple(_data_in(folder))
        return self._data[folder]

    def _imports_of(self, source: Path) -> Imports:
        if source not in self._imports:
            key = self.digest(source)
            known = self._known.get(key)
            if known is None:
                read = _read_imports(source, self._module_of(source))
                self._known[key] = {
                    "modules": read.modules,
                    "gathers": dict(read.gathers),
                    "acts": read.acts,
                }
                self._learnt = True
                self._imports[source] = read
            else:
                self._imports[source] = Imports(
                    tuple((module, name) for module, name in known["modules"]),
                    {name: (pair[0], pair[1]) for name, pair in known["gathers"].items()},
                    known["acts"],
                )
        return self._imports[source]

    def _module_of(self, source: Path) -> str:
        for package, folder in self.packages.items():
            if source.is_relative_to(folder):
                parts = [package, *source.relative_to(folder).with_suffix("").parts]
                return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        raise ValueError(f"{source} lies in none of the packages {', '.join(self.packages)}")

    @cached_property
    def _known(self) -> dict[str, Any]:
        """What has been read off sources, by their digest."""
        try:
            kept = json.loads(self.cache.read_text(encoding="utf-8")) if self.cache else {}
            return dict(kept["sources"]) if kept.get("format") == _FORMAT else {}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}

    def save(self) -> None:
        """Write the cache, if there is anything new in it."""
        if self._learnt and self.cache is not None:
            kept = {"format": _FORMAT, "sources": self._known}
            write_text_whole(self.cache, json.dumps(kept))
            self._learnt = False

    def _shown(self, path: Path) -> str:
        inside = path.is_relative_to(self.root)
        return path.relative_to(self.root).as_posix() if inside else str(path)


def _files(place: Path) -> Iterator[Path]:
    """Yield a file, or all files in a folder, hidden ones and compiled code apart."""
    if place.is_file():
        yield place
        return
    for path in sorted(place.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(place).parts)
        if path.is_file() and not hidden and path.suffix != ".pyc":
            yield path


def _data_in(package: Path) -> Iterator[Path]:
    for path in sorted(package.iterdir()):
        if path.is_dir() and path.name != "__pycache__" and not (path / "__init__.py").exists():
            yield from (found for found in _files(path) if found.suffix != ".py")
        elif path.is_file() and path.suffix not in (".py", ".pyc"):
            yield path


def _read_imports(source: Path, module: str) -> Imports:
    try:
        tree = ast.parse(source.read_bytes())
    except SyntaxError:
        return Imports((), {}, acts=True)
    package = module if source.name == "__init__.py" else module.rpartition(".")[0]
    modules: list[tuple[str, str]] = []
    gathers: dict[str, tuple[str, str]] = {}
    for node in _outside_type_checking(tree):
        if isinstance(node, ast.Import):
            modules += ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = _absolute(node, package)
            modules += ((start, alias.name) for alias in node.names)
            for alias in node.names:
                gathers[alias.asname or alias.name] = (start, alias.name)
    return Imports(tuple(dict.fromkeys(modules)), gathers, _acts(tree))


def _absolute(node: ast.ImportFrom, package: str) -> str:
    """Return the module that ``from … import`` names, without leading dots."""
    if not node.level:
        return node.module or ""
    parts = package.split(".")
    start = ".".join(parts[: len(parts) - node.level + 1])
    return f"{start}.{node.module}" if node.module else start


def _outside_type_checking(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield all nodes but those that only a type checker sees."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
            for other in child.orelse:
                yield other
                yield from _outside_type_checking(other)
            continue
        yield child
        yield from _outside_type_checking(child)


def _acts(tree: ast.Module) -> bool:
    """Return whether a module does something when it is imported, besides defining names."""
    return any(_is_action(statement) for statement in tree.body)


def _is_action(statement: ast.stmt) -> bool:
    match statement:
        case ast.Expr(value=ast.Constant()):  # a docstring
            return False
        case ast.Assign(targets=targets):
            return not all(isinstance(target, ast.Name | ast.Tuple) for target in targets)
        case ast.AnnAssign(target=target):
            return not isinstance(target, ast.Name)
        case ast.If(test=test):
            return "TYPE_CHECKING" not in ast.dump(test)
        case ast.Import() | ast.ImportFrom() | ast.FunctionDef() | ast.ClassDef() | ast.Pass():
            return False
        case _:
            return True
