"""Decoding in a process of its own: whatever a file does to its decoder, the server that took it in lives on.

Bytes that cost a decoder minutes, gigabytes or its life can't be told from a photo beforehand, and a thread can't be
stopped. A process can: the system ends it at its bounds, and it has no secrets, no database and no file to write to.
"""

import logging
import os
import signal
import subprocess  # nosec B404  # to decode apart from everything else
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from server.media.renderings import Rendering, Verdict, unpack
from shared import limits
from shared.codes import Code, Refused

log = logging.getLogger(__name__)

_ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 6
"""Seconds on the wall for each second of a core. A decoder never waits, so beyond this the machine is overloaded."""
_TOO_LONG = "This photo takes too long to read."
_ENDS_THE_DECODER = "This photo can't be read."
_FAULT_OF_THE_FILE = {
    signal.SIGXCPU: _TOO_LONG,
    **dict.fromkeys((signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGILL, signal.SIGFPE), _ENDS_THE_DECODER),
}
_TOLD = ("PATH", "LD_LIBRARY_PATH", "PYTHONPATH", "PYTHONHOME")
"""All that the child hears of our environment. One arena keeps glibc from reserving room for each thread."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one file may cost: seconds of one core, MB of address space."""

    seconds: int = limits.PHOTO_SECONDS_MAX
    megabytes: int = limits.PHOTO_MEGABYTES_MAX


class DecoderBrokenError(RuntimeError):
    """The pipeline itself erred: a defect of ours, which must not be remembered as the photo's."""


def render_apart(file: BinaryIO) -> Rendering:
    """As `pipeline.render`, within bounds; raises Refused also with photo_busy when the machine can't do it now."""
    return examine(file).rendering()


def examine(file: BinaryIO, bounds: Bounds = Bounds()) -> Verdict:
    """The verdict on a real file, read from its beginning. Raises DecoderBrokenError."""
    command = [sys.executable, "-W", "ignore", "-m", "server.media.child", str(bounds.seconds), str(bounds.megabytes)]
    try:
        done = subprocess.run(  # nosec B603  # noqa: S603  # our own module; the file is its input, never an argument
            command, stdin=file, capture_output=True, check=False, cwd=_ROOT, env=_environment(),
            timeout=bounds.seconds * _PATIENCE,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return Verdict(Refused(Code.PHOTO_BUSY))
    return _ended(done) if done.returncode else unpack(done.stdout)


def _ended(done: subprocess.CompletedProcess[bytes]) -> Verdict:
    """A child that could not answer: stopped at its bounds, crashed by the file, or ended from outside."""
    if done.returncode > 0:
        raise DecoderBrokenError(done.stderr.decode(errors="replace").strip()[-2000:])
    ended_by = signal.Signals(-done.returncode)
    log.warning("a photo's decoder was ended by %s", ended_by.name)
    if ended_by in _FAULT_OF_THE_FILE:
        return Verdict(Refused(Code.PHOTO_UNSUPPORTED, _FAULT_OF_THE_FILE[ended_by]))
    return Verdict(Refused(Code.PHOTO_BUSY))


def _environment() -> dict[str, str]:
    return {name: os.environ[name] for name in _TOLD if name in os.environ} | {"MALLOC_ARENA_MAX": "1"}
