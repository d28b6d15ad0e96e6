"""Empty Java classes with the members Android really has, so that our Java can be compiled where there is no Android.

Types come from declarations made for another language, so numbers are all one; javac still finds every misspelt name,
missing argument and wrong class.
"""

import re
from pathlib import Path
from typing import Any

from tests.packaging.sources import android_api

_MARKED = {
    "android.security.keystore.KeyGenParameterSpec": " implements java.security.spec.AlgorithmParameterSpec",
}
"""Interfaces that javac has to know of."""
_PLAIN = {"string": "String", "number": "long", "boolean": "boolean", "any": "Object", "void": "void"}


def write_stubs(folder: Path) -> list[Path]:
    """One file for each outer class; what Java itself has is left out."""
    outer = [name for name in android_api() if not name.startswith(("java.", "javax.")) and "$" not in name]
    outer += [name.partition("$")[0] for name in android_api() if "$" in name]
    return [_write(folder, name) for name in sorted(set(outer))]


def _write(folder: Path, name: str) -> Path:
    package, _, short = name.rpartition(".")
    path = folder / f"{name.replace('.', '/')}.java"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"package {package};\n{_class(name, short, inner=False)}")
    return path


def _class(name: str, short: str, *, inner: bool) -> str:
    entry = android_api().get(name, {"extends": "", "members": {}})
    parent = f" extends {entry['extends']}" if entry["extends"] in android_api() else ""
    parent += _MARKED.get(name, "")
    lines = [
        _member(short, member, told)
        for member, all_ in entry["members"].items()
        for told in all_
        if not _is_java_s(member, told)
    ]
    if not any(line.startswith(f"public {short}()") for line in lines):
        lines.append(f"protected {short}() {{}}")
    inners = [other for other in android_api() if other.startswith(f"{name}$")]
    lines += [_class(other, other.rpartition("$")[2], inner=True) for other in inners]
    # Two members that differ in what was lost on the way are one here.
    body = "\n".join(dict.fromkeys(lines))
    return f"public {'static ' if inner else ''}class {short}{parent} {{\n{body}\n}}\n"


def _is_java_s(name: str, told: dict[str, Any]) -> bool:
    """Every object has it already, and nobody may have it anew."""
    return name == "notify" and told["takes"] == []


def _member(short: str, name: str, told: dict[str, Any]) -> str:
    if told["takes"] is None:
        value = told["gives"] if told["gives"][:1] in '"-0123456789' else "0"
        kind = "String" if value.startswith('"') else "int"
        return f"public {'static final ' if told['static'] else ''}{kind} {name} = {value};"
    takes = ", ".join(f"{_java(kind, taking=True)} p{index}" for index, kind in enumerate(told["takes"]))
    # Whether it takes an array or any number of them was lost; Java gives both to the latter.
    takes = re.sub(r"String\[\] (p\d+)$", r"String... \1", takes)
    if name == "<init>":
        return f"public {short}({takes}) {{}}"
    return f"public {'static ' if told['static'] else ''}{_java(told['gives'])} {name}({takes}) {{ throw null; }}"


def _java(kind: str, *, taking: bool = False) -> str:
    if kind.startswith("Array<"):
        return "byte[]" if kind == "Array<number>" else f"{_java(kind[6:-1])}[]"
    if kind == "number":
        return "long" if taking else "int"
    if kind in _PLAIN:
        return _PLAIN[kind]
    plain = re.sub(r"<.*", "", kind)
    if plain.startswith("java.util.Map"):
        return "java.util.Map<String, ?>"
    known = plain in android_api() or re.sub(r"\.(\w+)$", r"$\1", plain) in android_api()
    return plain if known and not plain.startswith("java.") else "Object"
