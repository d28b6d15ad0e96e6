"""What is checked here: the phone's Java, what Android has of the names it uses, and the files of the package."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "mobile" / "packaging"
ANDROID = ROOT / "mobile" / "device" / "android"
JAVA = sorted((PACKAGING / "java").rglob("*.java"))
_PUBLIC = re.compile(r"public static (\w+) (\w+)\(([^)]*)\)")


@cache
def android_api() -> dict[str, Any]:
    """Class -> {since, extends, members: {name: [{takes, gives, since}]}}, made by tools/android/api.py."""
    api: dict[str, Any] = json.loads((Path(__file__).parent / "android_api.json").read_text())
    return api


@cache
def zxing_api() -> dict[str, Any]:
    """The same shape for ZXing's core, made from its jar by tools/android/zxing.py."""
    api: dict[str, Any] = json.loads((Path(__file__).parent / "zxing_api.json").read_text())
    return api["classes"]  # type: ignore[no-any-return]


def zxing_version() -> str:
    version: str = json.loads((Path(__file__).parent / "zxing_api.json").read_text())["version"]
    return version


@cache
def our_java() -> dict[str, Any]:
    """The same shape for the classes we wrote: what they let Python call."""
    return {
        f"org.kith.phone.{path.stem}": {"since": 1, "extends": "", "members": _members(path.read_text())}
        for path in JAVA
    }


def _members(text: str) -> dict[str, Any]:
    return {
        name: [{"takes": [one.split()[0] for one in takes.split(",") if one], "gives": gives, "since": 1}]
        for gives, name, takes in _PUBLIC.findall(text)
    }
