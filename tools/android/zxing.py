"""Keep what ZXing's core really has of the classes we name: `python -m tools.android.zxing --jar core-VERSION.jar`.

Asks Java's own javap, so a JDK is needed. The result, tests/packaging/zxing_api.json, is committed; the tests hold our
Python, and the version buildozer.spec asks for, against it.
"""

import argparse
import json
import re
import subprocess
import zipfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "tests" / "packaging" / "zxing_api.json"
OURS = ROOT / "mobile" / "device" / "android" / "codes.py"
HANDED_OVER = {"com.google.zxing.Result"}
_NAMED = re.compile(r'"(com\.google\.zxing\.[\w.]+)"')
_HEAD = re.compile(r"class ([\w.]+) (?:extends ([\w.]+))?")
_MEMBER = re.compile(r"public (static )?(?:final )?(?:abstract )?(?:([\w.\[\]<>, ?]+) )?([\w.]+)\((.*?)\)")
_KINDS = {"java.lang.String": "string", "int": "number", "long": "number", "byte[]": "Array<number>"}


def members(text: str) -> dict[str, Any]:
    """javap's lines of one class, in the shape that tools/android/api.py keeps."""
    head = _HEAD.search(text)
    if head is None:
        raise SystemExit(f"no class: {text[:80]}")
    found: dict[str, list[dict[str, Any]]] = {}
    words = {"<init>", *re.findall(r"\w+", OURS.read_text())}
    for static, gives, name, takes in _MEMBER.findall(text):
        called = "<init>" if name == head.group(1) else name
        kinds = [_KINDS.get(one.strip(), one.strip()) for one in takes.split(",") if one.strip()]
        told = {"takes": kinds, "gives": _KINDS.get(gives, gives), "since": 1, "static": bool(static)}
        found.setdefault(called, []).append(told)
    kept = {name: every for name, every in found.items() if name in words}
    return {"since": 1, "extends": head.group(2) or "java.lang.Object", "members": kept}


def main() -> None:
    parser = argparse.ArgumentParser(description="Keep what ZXing's core has of the classes we name.")
    parser.add_argument("--jar", type=Path, required=True)
    jar = parser.parse_args().jar
    with zipfile.ZipFile(jar) as packed:
        told = packed.read("META-INF/maven/com.google.zxing/core/pom.properties").decode()
    version = re.search(r"^version=(\S+)", told, re.MULTILINE)
    classes = {}
    for name in sorted({*_NAMED.findall(OURS.read_text()), *HANDED_OVER}):
        done = subprocess.run(["javap", "-public", "-cp", jar, name], capture_output=True, text=True, check=True)
        classes[name] = members(done.stdout)
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(one, sort_keys=True)}" for name, one in classes.items())
    said = json.dumps(version.group(1) if version else "")
    TARGET.write_text(f'{{"version": {said}, "classes": {{\n{lines}\n}}}}\n')
    print(f"{len(classes)} classes of {said}")


if __name__ == "__main__":
    main()
