"""Sound through the filters of FFmpeg."""

import av
import numpy as np

from mnemo_anim.voice.sound import Samples

Filter = tuple[str, str]  # its name and its options, as FFmpeg writes them


def filtered(samples: Samples, rate: int, *filters: Filter) -> tuple[Samples, dict[str, str]]:
    """Return a sound behind a chain of filters, and what they measured, by name.

    Args:
        samples: Shape (n,) for one channel, or (2, n); at least one sample.
        rate: Samples a second.
        filters: The chain. What comes out has as many channels as what goes in.
    """
    planes = np.ascontiguousarray(np.atleast_2d(samples), np.float32)
    layout = "mono" if len(planes) == 1 else "stereo"
    graph = av.filter.Graph()
    source = graph.add_abuffer(sample_rate=rate, format="fltp", layout=layout)
    chain = [graph.add(name, options) for name, options in filters]
    form = graph.add("aformat", f"sample_fmts=fltp:channel_layouts={layout}")
    graph.link_nodes(source, *chain, form, graph.add("abuffersink")).configure()

    frame = av.AudioFrame.from_ndarray(planes, format="fltp", layout=layout)
    frame.sample_rate, frame.pts = rate, 0
    graph.push(frame)
    graph.push(None)
    pieces, measured = [], {}
    while True:
        try:
            piece = graph.pull()
        except (av.EOFError, av.BlockingIOError):
            break
        pieces.append(piece.to_ndarray())
        measured.update(piece.metadata)
    whole: Samples = np.concatenate(pieces, axis=1).astype(np.float32, copy=False)
    return whole if samples.ndim == 2 else whole[0], measured


def resampled(samples: Samples, rate: int, wanted: int) -> Samples:
    """Return a sound at another rate, of the same length to half a sample."""
    if rate == wanted:
        return samples
    length = max(1, round(len(samples) * wanted / rate))
    padded = np.pad(samples, (0, rate // 50))  # what the filter holds back at the end
    out, _ = filtered(padded, rate, ("aresample", f"{wanted}"))
    return out[:length]
