"""The most memory that a worker holds."""

from mnemo_anim.bench.commands import module, run
from mnemo_anim.bench.findings import Finding
from mnemo_anim.bench.workplace import Workplace
from mnemo_anim.render.quality import UHD

_GB = 1e9


def memory_hd(place: Workplace) -> list[Finding]:
    """The largest process of a render at 1080p60."""
    return [
        Finding.amount(
            "memory",
            "peak memory of a worker, 1080p60",
            ours=place.ours().peak / _GB,
            most=0.8,
            unit="GB",
            where=place.where,
        )
    ]


def memory_4k(place: Workplace) -> list[Finding]:
    """The largest of the workers that draw one segment of each scene at 2160p60."""
    jobs = place.jobs if not place.names else (place.first,)
    where = place.where if not place.names else place.first.entry.class_name
    place.say(f"the last segment of {where}, 2160p60")
    peak = max(run(module("drawing", job.entry.class_name, UHD.name)).peak for job in jobs)
    return [
        Finding.amount(
            "memory-4k",
            "peak memory of a worker, 2160p60",
            ours=peak / _GB,
            most=1.6,
            unit="GB",
            where=f"{where}, the last segment",
        )
    ]
