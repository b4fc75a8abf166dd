"""A process that is killed in the middle of a film is followed by one that goes on from there."""

import hashlib
import json
import pickle
import signal
import stat
import subprocess
import sys
from threading import Event

from mnemo_anim.outputs.youtube.bundle import Bundle
from tests.outputs.youtube.upload.fake_server import Fault
from tests.outputs.youtube.upload.fake_youtube import QUARTER, FakeYouTube
from tests.outputs.youtube.upload.samples import FILM, Make

UPLOAD = """
import pickle, sys
from mnemo_anim.outputs.youtube.upload.run import Upload
from tests.outputs.youtube.upload.fake_youtube import QUARTER, service_at

bundle = pickle.loads(bytes.fromhex(sys.argv[1]))
Upload(
    bundle,
    service_at(sys.argv[2]),
    say=print,
    progress=lambda come, size: None,
    chunk=QUARTER,
).run()
"""


def test_the_next_process_sends_only_what_has_not_come(
    youtube: FakeYouTube, small_bundle: Bundle, upload: Make
) -> None:
    reached, killed = Event(), Event()

    def wait_for_the_end() -> None:
        reached.set()
        assert killed.wait(30)

    def hold_the_next_chunk() -> None:
        youtube.faults.append(Fault("PUT", "/session", after=5, call=wait_for_the_end))

    youtube.faults = [Fault("PUT", "/session", after=None, call=hold_the_next_chunk)]
    process = subprocess.Popen(
        [sys.executable, "-c", UPLOAD, pickle.dumps(small_bundle).hex(), youtube.root],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert reached.wait(30)
    finally:
        process.send_signal(signal.SIGKILL)
        killed.set()
        process.communicate()
    assert process.returncode == -signal.SIGKILL
    assert youtube.videos == {}
    assert stat.S_IMODE(small_bundle.state.stat().st_mode) == 0o600
    (record,) = json.loads(small_bundle.state.read_text()).values()
    assert record["session"].startswith(youtube.root)

    come = len(youtube.sessions["secret-0"].received)
    assert QUARTER <= come < len(FILM)
    youtube.ranges.clear()
    upload().run()
    assert youtube.digests == {"video-0": hashlib.sha256(FILM).hexdigest()}
    assert list(youtube.sessions) == ["secret-0"]
    starts = [told.split()[1].split("-")[0] for told in youtube.ranges]
    assert starts == [f"*/{len(FILM)}", *(str(at) for at in range(come, len(FILM), QUARTER))]


def test_a_process_that_was_killed_before_it_knew_of_the_end_makes_no_second_video(
    youtube: FakeYouTube, small_bundle: Bundle, upload: Make
) -> None:
    upload().run()
    told = json.loads(small_bundle.state.read_text())
    (record,) = told.values()
    record |= {"video": None, "session": f"{youtube.root}session?upload_id=secret-0"}
    small_bundle.state.write_text(json.dumps(told))
    assert upload().run().address == "https://youtu.be/video-0"
    assert len(youtube.videos) == 1
