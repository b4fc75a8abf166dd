"""Which files of the project a module depends on, read off its source without running it.

A package that only gathers names, such as ``mnemo_anim.maths``, is looked through: who takes
`ScalarField` from it depends on the module that defines `ScalarField`, not on its neighbours. What
cannot be looked through counts as a whole. A module that does something when it is imported counts
for all who import it, however far away it is.
"""

import ast
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from mnemo_anim.render.whole import write_text_whole

Digests: TypeAlias = dict[str, str]
"""By path from the project's root, the SHA-256 of a file."""

Name: TypeAlias = tuple[str, str]
"""A module and a name that is taken from it; the module itself where the name is empty."""

T = TypeVar("T")

_FORMAT = 2


@dataclass(frozen=True, slots=True)
class Imports:
    """What one source file imports, and what it is.

    Attributes:
        modules: What it takes, and from where.
        gathers: By name, where a package takes a name from that it hands on as it is.
        acts: Whether importing it does more than define things: it must be run in any case.
    """

    modules: tuple[Name, ...]
    gathers: Mapping[str, Name]
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
        self._used: dict[str, Any] = {}

    def digests_of(self, *modules: str) -> Digests:
        """Return the digest of every file that the modules depend on, their own included.

        A file of the project that does not parse counts with its content alone.
        """
        found: dict[Path, None] = {}
        acting = (module for module in self._imported(modules) if self._acts(module))
        for module, name in _spread(((module, "") for module in (*modules, *acting)), self._leads):
            found.update(dict.fromkeys(self._files_for(module, name)))
        return dict(sorted((self._shown(path), self.digest(path)) for path in found))

    def digest(self, path: Path) -> str:
        """Return the SHA-256 of a file."""
        if path not in self._digests:
            self._digests[path] = hashlib.sha256(path.read_bytes()).hexdigest()
        return self._digests[path]

    def _files_for(self, module: str, name: str) -> Iterator[Path]:
        """Yield the files that taking a name from a module needs, what leads further apart."""
        source = self._source_of(module)
        if source is None:
            return
        if (module, name) in self.data:
            yield from _files(self.data[module, name])
        if self._handed_on(module, name) is None:
            yield source
            yield from self._data_beside(source)

    def _leads(self, name: Name) -> Iterable[Name]:
        """Return what taking a name from a module leads to."""
        source = self._source_of(name[0])
        if source is None:
            return ()
        handed_on = self._handed_on(*name)
        return self._imports_of(source).modules if handed_on is None else (handed_on,)

    def _handed_on(self, module: str, name: str) -> Name | None:
        """Return where a name really is that a package just hands on; None for any other."""
        if not name:
            return None
        if self._source_of(f"{module}.{name}") is not None:
            return f"{module}.{name}", ""
        source = self._source_of(module)
        if source is None or source.name != "__init__.py":
            return None
        return self._imports_of(source).gathers.get(name)

    def _imported(self, modules: Iterable[str]) -> Iterator[str]:
        """Yield all modules of the project that may be run when these are imported."""

        def imports(module: str) -> Iterator[str]:
            source = self._source_of(module)
            if source is not None:
                yield module.rpartition(".")[0]
                for other, name in self._imports_of(source).modules:
                    yield from (other, f"{other}.{name}")

        return (module for module in _spread(modules, imports) if self._source_of(module))

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
            key = f"{self._shown(source)} {self.digest(source)}"  # relative imports need the place
            kept = self._known.get(key)
            if kept is None:
                read = _read_imports(source, self._module_of(source))
                kept = asdict(read)
            else:
                read = Imports(
                    tuple((module, name) for module, name in kept["modules"]),
                    {name: (pair[0], pair[1]) for name, pair in kept["gathers"].items()},
                    kept["acts"],
                )
            self._imports[source] = read
            self._used[key] = kept
        return self._imports[source]

    def _module_of(self, source: Path) -> str:
        for package, folder in self.packages.items():
            if source.is_relative_to(folder):
                parts = [package, *source.relative_to(folder).with_suffix("").parts]
                return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        raise ValueError(f"{source} lies in none of the packages {', '.join(self.packages)}")

    @cached_property
    def _known(self) -> dict[str, Any]:
        """What has been read off sources, by their place and digest."""
        try:
            kept = json.loads(self.cache.read_text(encoding="utf-8")) if self.cache else {}
            return dict(kept["sources"]) if kept.get("format") == _FORMAT else {}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}

    def save(self) -> None:
        """Write the cache, if anything in it is new; what a source was before goes."""
        if self.cache is not None and not self._used.keys() <= self._known.keys():
            places = {_place_in(key) for key in self._used}
            others = {k: kept for k, kept in self._known.items() if _place_in(k) not in places}
            self._known = {**others, **self._used}
            kept = {"format": _FORMAT, "sources": self._known}
            write_text_whole(self.cache, json.dumps(kept, sort_keys=True))

    def _shown(self, path: Path) -> str:
        inside = path.is_relative_to(self.root)
        return path.relative_to(self.root).as_posix() if inside else str(path)


def _place_in(key: str) -> str:
    """Return the path in a key of the cache."""
    return key.rpartition(" ")[0]


def _spread(names: Iterable[T], leads: Callable[[T], Iterable[T]]) -> Iterator[T]:
    """Yield the names, and all that they lead to, each once."""
    waiting = list(names)
    seen = set(waiting)
    while waiting:
        name = waiting.pop()
        yield name
        fresh = [other for other in dict.fromkeys(leads(name)) if other not in seen]
        seen.update(fresh)
        waiting += fresh


def _files(place: Path) -> Iterator[Path]:
    """Yield a file, or all files in a folder but code and what programs leave."""
    for path in sorted(place.rglob("*")) if place.is_dir() else (place,):
        left = any(part.startswith(".") for part in path.relative_to(place).parts)
        if path.is_file() and not left and not path.name.endswith((".py", ".pyc", "~")):
            yield path


def _data_in(package: Path) -> Iterator[Path]:
    for path in sorted(package.iterdir()):
        if path.name.startswith(".") or (path / "__init__.py").exists():
            continue
        yield from _files(path)


def _read_imports(source: Path, module: str) -> Imports:
    try:
        tree = ast.parse(source.read_bytes())
    except (SyntaxError, ValueError):
        return Imports((), {}, acts=True)
    package = module if source.name == "__init__.py" else module.rpartition(".")[0]
    modules: list[Name] = []
    gathers: dict[str, Name] = {}
    bound: set[str] = set()
    for node in _outside_type_checking(tree):
        if isinstance(node, ast.Import):
            modules += ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = _absolute(node, package)
            modules += ((start, alias.name) for alias in node.names)
            for alias in node.names:
                gathers[alias.asname or alias.name] = (start, alias.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            bound.add(node.id)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            bound.add(node.name)
    as_they_are = {name: where for name, where in gathers.items() if name not in bound}
    return Imports(tuple(dict.fromkeys(modules)), as_they_are, _acts(tree))


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
        if isinstance(child, ast.If) and _is_for_type_checkers(child):
            for other in child.orelse:
                yield other
                yield from _outside_type_checking(other)
            continue
        yield child
        yield from _outside_type_checking(child)


def _is_for_type_checkers(statement: ast.If) -> bool:
    return ast.unparse(statement.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING")


def _acts(tree: ast.Module) -> bool:
    """Return whether a module does something when it is imported, besides defining names."""
    return any(_is_action(statement) for statement in tree.body)


_DEFINITIONS = (
    ast.Import,
    ast.ImportFrom,
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Pass,
)


def _is_action(statement: ast.stmt) -> bool:
    match statement:
        case ast.Expr(value=ast.Constant()):  # a docstring
            return False
        case ast.Assign(targets=targets):
            return not all(isinstance(target, ast.Name | ast.Tuple) for target in targets)
        case ast.AnnAssign(target=target):
            return not isinstance(target, ast.Name)
        case ast.If():
            return not _is_for_type_checkers(statement)
        case _:
            return not isinstance(statement, _DEFINITIONS)
