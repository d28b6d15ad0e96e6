"""What happens before a process serves anybody: it looks at its settings, and goes no further with unsafe ones."""

import fcntl
import logging
from pathlib import Path
from typing import TextIO

from django.core.checks import ERROR, run_checks

log = logging.getLogger(__name__)
_held: list[TextIO] = []
"""Locks live as long as the process."""


def refuse_unsafe() -> None:
    """Say every warning; end the process where there is an error (see `checks`)."""
    found = run_checks(tags=["kith"])
    errors = [finding for finding in found if finding.level >= ERROR]
    for finding in found:
        if finding not in errors:
            log.warning("%s %s %s", finding.id, finding.msg, finding.hint)
    if errors:
        lines = [f"  {finding.id} {finding.msg} {finding.hint}" for finding in errors]
        raise SystemExit("\n".join(["Kith does not start:", *lines]))


def be_the_only_one(folder: Path) -> None:
    """Hold this data folder for the present web process; another that tries ends."""
    lock = (folder / "web.lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise SystemExit(
            "Kith does not start:\n  kith.E005 Another web process works on this SQLite database. Set DATABASE_URL "
            "and REDIS_URL to run several."
        ) from None
    _held.append(lock)
