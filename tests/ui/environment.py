"""Loaded before every test module, and so before Kivy: a window nobody sees, 390 by 844 dp."""

import ctypes.util
import os

import pytest

from tools.stage import offscreen_environment

os.environ.update(offscreen_environment())
HAS_GL = ctypes.util.find_library("EGL") is not None


def pytest_ignore_collect() -> bool | None:
    """Without GL the screens cannot be tested: say so; where CI asks for everything, fail."""
    if HAS_GL:
        return None
    if os.environ.get("CI"):
        raise pytest.UsageError("libEGL is missing: the screens cannot be tested (apt-get install libegl1 libgl1)")
    return True


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not HAS_GL:
        terminalreporter.section("SCREENS NOT TESTED", sep="!", red=True)
        terminalreporter.line("libEGL is missing; install libegl1 and libgl1, then run again.")
