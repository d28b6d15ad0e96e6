"""The stage of the browser's tests: the server tests' clock and cast."""

from tests.server.conftest import _empty_cache, _quick_passwords, time

__all__ = ["_empty_cache", "_quick_passwords", "time"]
