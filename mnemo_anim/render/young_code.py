"""Compiled code that is never older than its source.

Python knows a compiled file to be up to date by the second in which its source was saved, and by
its size. A source that is saved twice in one second, with as many letters, would go on as it was
the first time.
"""

import sys
from collections.abc import Mapping
from importlib.machinery import (
    BYTECODE_SUFFIXES,
    EXTENSION_SUFFIXES,
    SOURCE_SUFFIXES,
    ExtensionFileLoader,
    FileFinder,
    SourceFileLoader,
    SourcelessFileLoader,
)
from time import time

_YOUNG = 2.0  # seconds: more than any file system rounds a time by


class _Loader(SourceFileLoader):
    """Compiles a source that was saved a moment ago, and keeps nothing of it."""

    def path_stats(self, path: str) -> Mapping[str, float]:
        """Return the time and size of a source; if it is young, raise what has Python compile it.

        Raises:
            OSError: It is.
        """
        stats = super().path_stats(path)
        if time() - stats["mtime"] < _YOUNG:
            raise OSError(f"{path} was saved a moment ago")
        return stats


def compile_young_sources() -> None:
    """Compile sources that are young whenever this process imports them, from now on."""
    kinds = (
        (ExtensionFileLoader, EXTENSION_SUFFIXES),
        (_Loader, SOURCE_SUFFIXES),
        (SourcelessFileLoader, BYTECODE_SUFFIXES),
    )
    sys.path_hooks.insert(0, FileFinder.path_hook(*kinds))
    sys.path_importer_cache.clear()
