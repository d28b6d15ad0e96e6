"""Modules imported when they are first used: a screen nobody opened, and the network, cost nothing at the start."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

promised: set[tuple[str, str]] = set()
"""(module, name) of all that is imported later: a test keeps every promise."""


class LaterModule:
    """Stands for a module until something of it is asked for."""

    def __init__(self, name: str) -> None:
        promised.add((name, ""))
        self._name = name

    def __getattr__(self, attribute: str) -> Any:
        return getattr(import_module(self._name), attribute)


def later(module: str, name: str) -> Callable[..., Any]:
    """A class or function of that module, imported at the first call."""

    promised.add((module, name))

    def call(*arguments: Any, **named: Any) -> Any:
        return getattr(import_module(module), name)(*arguments, **named)

    return call
