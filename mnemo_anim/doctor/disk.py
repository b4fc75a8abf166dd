"""Whether films can be written, and how much room there is for them."""

import shutil
from pathlib import Path
from tempfile import TemporaryFile

from mnemo_anim.doctor.finding import Finding, State
from mnemo_anim.paths import RENDERS

ENOUGH = 2.0  # gigabytes: the lecture at 1080p with all that is kept to render it again, and more


def disk_finding(folder: Path = RENDERS) -> Finding:
    """Return whether a folder can be written, and what is left on its disk."""
    place = next(place for place in (folder, *folder.parents) if place.exists())
    try:
        with TemporaryFile(dir=place) as file:
            file.write(b"a film")
        free = shutil.disk_usage(place).free / 1e9
    except OSError as error:
        mend = "let it be written, or name another place: mnemo render --folder PLACE"
        return Finding("renders", State.MISSING, f"{place} ({error.strerror})", mend)
    if free < ENOUGH:
        mend = "make room: the lecture takes about as much as that"
        return Finding("renders", State.OPTIONAL, f"{free:.1f} GB are left of {ENOUGH:g}", mend)
    return Finding("renders", State.GOOD, f"can be written, {free:.0f} GB are left")
