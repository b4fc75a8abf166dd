"""What the user sees while a film is uploaded: a bar on a terminal, plain lines elsewhere."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)

_LINES = 10  # that are printed of one upload


@contextmanager
def upload_progress(console: Console) -> Iterator[Callable[[int, int], None]]:
    """Give what shows how many bytes, of how many, have come."""
    if console.is_terminal:
        with _bar(console) as bar:
            task = bar.add_task("the film", start=False, visible=False)

            def move(come: int, size: int) -> None:
                if not bar.tasks[task].started:
                    bar.start_task(task)
                bar.update(task, completed=come, total=size, visible=True)

            yield move
    else:
        yield _lines(console)


def _bar(console: Console) -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
        console=console,
    )


def _lines(console: Console) -> Callable[[int, int], None]:
    """Return what prints a line for each tenth of a film."""
    printed = -1

    def print_line(come: int, size: int) -> None:
        nonlocal printed
        tenth = _LINES * come // max(size, 1)
        if tenth > printed:
            printed = tenth
            line = f"the film: {come / 1e6:.1f} of {size / 1e6:.1f} MB"
            console.print(line, markup=False, highlight=False, soft_wrap=True)

    return print_line
