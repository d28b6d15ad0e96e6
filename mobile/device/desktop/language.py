"""What the desktop speaks, as its session says."""

from collections.abc import Mapping

_SAID_IN = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The first of these that says anything decides, as everywhere on such a desktop."""


def desktop_language(environment: Mapping[str, str]) -> str:
    """For instance "de_AT"; empty where nothing is said."""
    said = next((environment[name] for name in _SAID_IN if environment.get(name)), "")
    return said.split(".")[0]
