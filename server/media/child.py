"""The process that decodes one photo: `python -m server.media.child SECONDS MEGABYTES <photo >verdict`.

Knows nothing of Django, so that it starts in a tenth of a second.
"""

import resource
import signal
import sys
from pathlib import Path
from typing import BinaryIO

from server.media.formats import set_up_pillow
from server.media.pipeline import render
from server.media.renderings import Rendering, Verdict, pack
from shared.codes import Code, Refused

MB = 1024 * 1024
_STATUS = Path("/proc/self/status")


def main(seconds: int, megabytes: int) -> None:
    """Write the verdict on standard input to standard output. What is no verdict ends the process."""
    # Ctrl-C reaches the whole group; the server decides what becomes of its children.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    set_up_pillow()
    _bind(seconds, megabytes)
    started, before = _seconds(), _megabytes()
    outcome = _outcome(sys.stdin.buffer)
    verdict = Verdict(outcome, round(_seconds() - started, 3), _megabytes() - before)
    sys.stdout.buffer.write(pack(verdict))


def _bind(seconds: int, megabytes: int) -> None:
    """No more time or memory than this, no file written, and no private photo left behind in a core dump."""
    _lower(resource.RLIMIT_CPU, seconds, seconds + 1)
    _lower(resource.RLIMIT_FSIZE, 0, 0)
    _lower(resource.RLIMIT_CORE, 0, 0)
    if sys.platform == "linux":  # elsewhere the address space can't be bound
        _lower(resource.RLIMIT_AS, megabytes * MB, megabytes * MB)


def _lower(kind: int, soft: int, hard: int) -> None:
    """Set a limit, or leave the one the machine's owner set lower: only root may raise it."""
    ceiling = resource.getrlimit(kind)[1]
    most = hard if ceiling == resource.RLIM_INFINITY else min(hard, ceiling)
    resource.setrlimit(kind, (min(soft, most), most))


def _outcome(file: BinaryIO) -> Rendering | Refused:
    try:
        file.seek(0)
        return render(file)
    except Refused as refused:
        return refused
    except MemoryError:
        return Refused(Code.PHOTO_UNSUPPORTED, "This photo takes too much memory to read.")


def _seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _megabytes() -> int:
    """The most this process ever held. Linux alone counts it from the start of this program, not of its parent."""
    return int(_STATUS.read_text().split("VmHWM:")[1].split()[0]) // 1024 if _STATUS.exists() else 0


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
