"""The process a photo is decoded in: what its end means, and what it is told."""

import os
import signal
import tempfile
import threading
from pathlib import Path
from typing import Any

import pytest

from server.media.apart import Bounds, DecoderBrokenError, examine
from server.media.renderings import Rendering, Verdict, pack, unpack
from shared.codes import Code, Refused
from tests.server import images
from tests.server.media.zoo.bombs import scans

only_linux = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="finds the child in Linux's own list")


class Examination(threading.Thread):
    """A photo being examined elsewhere, for far longer than this test takes."""

    verdict: Verdict | None = None

    def run(self) -> None:
        with tempfile.TemporaryFile() as file:
            file.write(scans(490, (6000, 4000)))
            file.seek(0)
            self.verdict = examine(file)

    def child(self) -> int:
        while True:
            for pid in Path(f"/proc/self/task/{self.native_id}/children").read_text().split():
                if b"server.media.child" in Path(f"/proc/{pid}/cmdline").read_bytes():
                    return int(pid)


def ended_by(sent: signal.Signals) -> Any:
    examination = Examination()
    examination.start()
    return ended(examination, examination.child(), sent)


def ended(examination: Examination, child: int, sent: signal.Signals = signal.SIGKILL) -> Any:
    os.kill(child, sent)
    examination.join()
    assert examination.verdict
    return examination.verdict.outcome


@only_linux
@pytest.mark.parametrize("crash", [signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGFPE, signal.SIGILL])
def test_a_decoder_that_crashes_takes_only_the_photo_with_it(crash: signal.Signals) -> None:
    assert ended_by(crash).code == Code.PHOTO_UNSUPPORTED


@only_linux
@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGTERM])
def test_a_decoder_ended_from_outside_is_no_fault_of_the_photo(sent: signal.Signals) -> None:
    assert ended_by(sent).code == Code.PHOTO_BUSY


@only_linux
def test_a_decoder_knows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EMAIL_HOST_PASSWORD", "a secret")
    examination = Examination()
    examination.start()
    child = examination.child()
    told = Path(f"/proc/{child}/environ").read_bytes()
    ended(examination, child)
    assert b"PATH=" in told
    assert b"secret" not in told.lower()


def test_a_defect_of_ours_is_never_blamed_on_the_photo() -> None:
    with tempfile.TemporaryFile() as file, pytest.raises(DecoderBrokenError, match="ValueError"):
        examine(file, Bounds(megabytes="much"))  # type: ignore[arg-type]  # a break that needs no patch


def test_a_file_is_read_from_its_beginning_wherever_it_stands() -> None:
    with tempfile.TemporaryFile() as file:
        file.write(images.jpeg())
        file.flush()
        assert examine(file).rendering().width == 640


@pytest.mark.parametrize(
    "verdict",
    [
        Verdict(Rendering({1080: b"large\n\x00", 320: b"{small}"}, 3, 4), 0.5, 7),
        Verdict(Rendering({1080: b"", 320: b""}, 1, 1)),
        Verdict(Refused(Code.PHOTO_UNSUPPORTED, "Words with ü and\nlines."), 1.5, 2),
    ],
)
def test_a_verdict_travels_unchanged(verdict: Verdict) -> None:
    came = unpack(pack(verdict))
    assert (came.seconds, came.megabytes) == (verdict.seconds, verdict.megabytes)
    assert str(came.outcome) == str(verdict.outcome)


@pytest.mark.parametrize("message", [b"", b"{}\n", b"hello", b'{"code": "nobody_knows"}\n'])
def test_what_is_no_verdict_is_an_error(message: bytes) -> None:
    with pytest.raises((ValueError, LookupError)):
        unpack(message)
