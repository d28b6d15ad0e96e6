"""Loaded before every test module, and so before Kivy: a window nobody sees, 390 by 844 dp."""

import ctypes.util
import os

import pytest

from tools.stage import offscreen_environment

os.environ.update(offscreen_environment())
HAS_GL = all(ctypes.util.find_library(name) is not None for name in ("EGL", "GL"))


def pytest_ignore_collect() -> bool | None:
    """Without GL the screens cannot be tested: say so; where CI asks for everything, fail."""
    if HAS_GL:
        return None
    if os.environ.get("CI"):
        raise pytest.UsageError("no GL: the screens cannot be tested (apt-get install libegl1 libgl1)")
    return True


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Nothing to collect is not a failure where the summary says why."""
    if not HAS_GL and not os.environ.get("CI"):
        session.exitstatus = pytest.ExitCode.OK


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not HAS_GL:
        terminalreporter.section("SCREENS NOT TESTED", sep="!", red=True)
        terminalreporter.line("There is no GL here; install libegl1 and libgl1, then run again.")
