"""The rooms `python -m bench --only` knows, each imported when it is asked for: they need different packages."""

from importlib import import_module

from bench.registry import Room

NAMES = ("app",)


def room(name: str) -> Room:
    found: Room = import_module(f"bench.{name}.figures").ROOM
    return found
