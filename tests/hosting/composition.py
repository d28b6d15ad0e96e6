"""docker-compose.yml as a test reads it: every ${…} filled in, commands and environments as Docker would give them."""

import re
from typing import Any

import yaml

from tests.arch.sources import ROOT

COMPOSE = ROOT / "docker-compose.yml"
FILLED = {
    "KITH_SITE": "localhost",
    "KITH_OPERATOR_NAME": "Ottilie",
    "KITH_OPERATOR_EMAIL": "host@example.org",
    "POSTGRES_PASSWORD": "5e3f" * 16,
    "SECRET_KEY": "a8d1c93b7e5f2046" * 4,
    "EMAIL_URL": "smtp+tls://kith:word@mail.example.org:587",
    "DEFAULT_FROM_EMAIL": "Kith <kith@example.org>",
    "KITH_METRICS_TOKEN": "0c7b" * 16,
    "SECRET_KEY_FALLBACKS": "b7e5f2046a8d1c93" * 4,
}
"""What somebody writes into .env."""
_VARIABLE = re.compile(r"\$\$|\$\{(\w+)(?:(:[-?])([^}]*))?\}")


class MissingVariableError(LookupError):
    """A variable without which compose would not start; its own words."""


def composition(values: dict[str, str]) -> dict[str, Any]:
    """The file with its variables filled in."""
    return dict(_filled(yaml.safe_load(COMPOSE.read_text()), values))


def seconds(duration: str) -> int:
    """`30s` -> 30."""
    return int(duration.removesuffix("s"))


def _filled(node: Any, values: dict[str, str]) -> Any:
    if isinstance(node, dict):
        return {key: _filled(value, values) for key, value in node.items()}
    if isinstance(node, list):
        return [_filled(value, values) for value in node]
    return _VARIABLE.sub(lambda found: _value(found, values), node) if isinstance(node, str) else node


def _value(found: re.Match[str], values: dict[str, str]) -> str:
    name, way, words = found.groups()
    if name is None:
        return "$"
    if values.get(name):
        return values[name]
    if way == ":?":
        raise MissingVariableError(f"{name}: {words}")
    return words or ""
