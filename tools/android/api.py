"""Keep what Android really has of the classes we name: `python -m tools.android.api --types DIR`.

DIR is the unpacked npm package `@nativescript/types-android`, whose declarations are made from Android's own
android.jar (API 37; `@since` says from which level on) and from AndroidX. The result, tests/packaging/android_api.json,
is small and committed; the tests hold our Python and Java against it. Needed anew when another name is used.
"""

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "tests" / "packaging" / "android_api.json"
SOURCES = ("android-platform-37.d.ts", "androidx-32.d.ts")
OURS = "org.kith.phone."
_AUTOCLASS = re.compile(r"""["'](?:android|androidx|java|javax)(?:\.\w+)+(?:\$\w+)?["']""")
_IMPORT = re.compile(r"^import ((?:android|java|javax)\.[\w.]+);", re.MULTILINE)
_OPENS = re.compile(r"export (?:abstract )?(?:module|class|interface) (\w+)(?:<.*?>)?(?: extends ([\w.]+))?.*\{$")
_MODULE = re.compile(r"declare module (\w+) \{$")
_MEMBER = re.compile(r"public (?:static |abstract )?(\w+)(?:\((.*)\))?: (.+);$")
_CONSTRUCTOR = re.compile(r"public constructor\((.*)\);$")
# Named in passing: what the others hand over, extend or throw.
_BESIDE = (
    "android.app.Activity", "android.content.Context", "android.content.ContentResolver", "android.view.View",
    "android.view.Window", "android.view.WindowInsets", "android.graphics.Insets", "android.content.res.Resources",
    "android.util.DisplayMetrics", "android.os.ParcelFileDescriptor", "android.content.ContextWrapper",
    "android.content.pm.PackageManager", "android.view.ContextThemeWrapper", "android.content.SharedPreferences",
    "android.content.SharedPreferences$Editor", "android.app.Notification$Builder",
    "android.security.keystore.KeyGenParameterSpec$Builder", "android.graphics.Bitmap",
)  # fmt: skip


def _ours() -> list[str]:
    """Our Python that calls Java, and our Java."""
    python, java = ROOT / "mobile" / "device" / "android", ROOT / "mobile" / "packaging" / "java"
    return [path.read_text() for path in (*sorted(python.glob("*.py")), *sorted(java.rglob("*.java")))]


def named_classes() -> set[str]:
    """Every class our Python asks pyjnius for and our Java imports, with `$` before an inner one."""
    found = set(_BESIDE)
    for text in _ours():
        found |= {name.strip("\"'") for name in _AUTOCLASS.findall(text)} | set(_IMPORT.findall(text))
    return {name for name in found if not name.startswith("android.permission.")}


def declared(lines: Iterator[str]) -> Iterator[tuple[str, str, str, int]]:
    """(class, its parent, one member's line, API level it came with); the line of the class itself is empty."""
    places: list[str] = []
    since = 1
    for raw in lines:
        line = raw.strip()
        opened = _OPENS.search(line) or _MODULE.search(line)
        if line.startswith("/** @since"):
            since = int(re.findall(r"\d+", line)[0])
            continue
        if opened:
            parent = (opened.group(2) or "") if opened.re is _OPENS else ""
            places.append(opened.group(1))
            yield _named(places), parent.replace("globalAndroid.", "android."), "", since
        elif line == "}":
            places.pop()
        elif places and line.startswith("public "):
            yield _named(places), "", line, since
        since = 1


def _named(places: list[str]) -> str:
    """Modules are written small, classes large; the module of a class holds its inner ones."""
    path = ""
    for name in places:
        path += ("$" if path.rpartition(".")[2][:1].isupper() else "." if path else "") + name
    return path


def taken(folder: Path, wanted: set[str]) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    words = set(re.findall(r"\w+", " ".join(_ours())))
    for source in SOURCES:
        with (folder / "lib" / "android" / source).open() as lines:
            for name, parent, line, since in declared(lines):
                if name in wanted:
                    _keep(kept.setdefault(name, {"since": 1, "extends": "", "members": {}}), parent, line, since)
    for entry in kept.values():
        entry["members"] = {name: all_ for name, all_ in entry["members"].items() if name in words or name == "<init>"}
    return kept


def _keep(entry: dict[str, Any], parent: str, line: str, since: int) -> None:
    constructor, member = _CONSTRUCTOR.match(line), _MEMBER.match(line)
    if not line:
        entry["extends"], entry["since"] = parent or entry["extends"], max(since, entry["since"])
    elif constructor:
        entry["members"].setdefault("<init>", []).append(_told(constructor.group(1), "", since))
    elif member and member.group(1) != "class":
        told = _told(member.group(2), member.group(3), since, static=line.startswith("public static"))
        entry["members"].setdefault(member.group(1), []).append(told)


def _told(parameters: str | None, gives: str, since: int, *, static: bool = False) -> dict[str, Any]:
    kinds = None if parameters is None else [_kind(one) for one in _split(parameters)]
    return {"takes": kinds, "gives": _plain(gives), "since": since, "static": static}


def _split(parameters: str) -> list[str]:
    """At commas outside angle brackets."""
    parts, depth = [""], 0
    for sign in parameters:
        depth += (sign == "<") - (sign == ">")
        if sign == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return [part for part in parts if part.strip()]


def _kind(parameter: str) -> str:
    name, _, kind = parameter.strip().partition(":")
    return ("..." if name.startswith("...") else "") + _plain(kind)


def _plain(kind: str) -> str:
    return kind.strip().removesuffix(" | null").replace("globalAndroid.", "android.").replace("androidNative.", "")


def main() -> None:
    parser = argparse.ArgumentParser(description="Keep what Android has of the classes we name.")
    parser.add_argument("--types", type=Path, required=True, metavar="DIR")
    kept = taken(parser.parse_args().types, named_classes())
    missing = named_classes() - kept.keys()
    lines = (f"{json.dumps(name)}: {json.dumps(kept[name], sort_keys=True)}" for name in sorted(kept))
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n")
    print(f"{len(kept)} classes, {TARGET.stat().st_size} bytes; not among them: {sorted(missing)}")


if __name__ == "__main__":
    main()
