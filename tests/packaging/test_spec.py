"""buildozer.spec: what is asked of Android, and that everything in it is a recipe or pure Python."""

import importlib.metadata
import json
import re
import tomllib
from configparser import ConfigParser
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from tests.packaging.sources import PACKAGING, ROOT, zxing_version

NOT_INSTALLED_HERE = {"sniffio"}
"""httpx's recipe asks for it, our own lock doesn't. Its wheel (1.3.1) is tagged py3-none-any: looked at once."""
BY_RECIPE_ALONE = {"requests", "urllib3", "chardet", "filetype", "six", "idna", "certifi"}
"""What kivy's and pyjnius' recipes bring along from the index."""


@cache
def app() -> Any:
    spec = ConfigParser()
    assert spec.read(PACKAGING / "buildozer.spec")
    return spec["app"]


def listed(key: str) -> list[str]:
    return [part.strip() for part in app()[key].split(",") if part.strip()]


def requirements() -> dict[str, str]:
    """Name -> version, empty where the recipe says which."""
    pairs = (requirement.partition("==") for requirement in listed("requirements"))
    return {name.lower(): version for name, _, version in pairs}


@cache
def recipes() -> dict[str, Any]:
    """As python-for-android 2026.5.9 has them; made by tools/android/recipes.py."""
    known: dict[str, Any] = json.loads((Path(__file__).parent / "recipes.json").read_text())
    return known


@cache
def locked() -> dict[str, str]:
    lines = re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / "requirements-app.lock").read_text(), re.MULTILINE)
    return {name.lower(): version for name, version in lines}


def test_what_android_is_told() -> None:
    asked = {key: app()[key] for key in ("android.api", "android.minapi", "android.ndk", "android.archs")}
    assert asked == {
        "android.api": "36", "android.minapi": "24", "android.ndk": "28c", "android.archs": "arm64-v8a",
    }  # fmt: skip
    assert app()["android.allow_backup"] == "False"
    assert app()["android.enable_androidx"] == "True"


def test_it_asks_for_no_more_than_it_uses() -> None:
    asked = {name.removeprefix("android.permission.") for name in listed("android.permissions")}
    assert asked == {
        "INTERNET", "ACCESS_NETWORK_STATE", "POST_NOTIFICATIONS", "SCHEDULE_EXACT_ALARM", "RECEIVE_BOOT_COMPLETED",
    }  # fmt: skip


def test_everything_it_names_is_there() -> None:
    named = ["android.add_src", "android.add_resources", "android.manifest.intent_filters", "p4a.hook"]
    named += ["icon.filename", "icon.adaptive_foreground.filename", "icon.adaptive_background.filename"]
    for key in [*named, "presplash.filename"]:
        path = Path(app()[key])
        assert path.parts[0] == "packaging", key
        assert (PACKAGING / path.relative_to("packaging")).exists(), key


def test_every_file_of_the_phone_is_packed() -> None:
    packed = {*listed("source.include_exts"), "po"}  # people edit those; the phone reads what is made of them
    files = [path for tree in ("mobile", "shared") for path in (ROOT / tree).rglob("*") if path.is_file()]
    mine = [path for path in files if "__pycache__" not in path.parts and PACKAGING not in path.parents]
    assert {path.suffix.lstrip(".") for path in mine} - packed == set()


def _needs(name: str) -> list[list[str]]:
    needs = recipes()[name].get("depends", [])
    return [[need.lower()] if isinstance(need, str) else [one.lower() for one in need] for need in needs]


def _resolved(choice: tuple[str, ...], asked: set[str]) -> set[str]:
    """Everything needed, each either-or answered by whichever of `choice` is among its ways."""
    found, waiting = set(), list(asked)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        for ways in _needs(name) if name in recipes() else []:
            waiting.append(next((way for way in ways if way in choice), ways[0]))
    return found


def test_the_recipes_resolve_to_one_set_without_a_conflict() -> None:
    asked = set(requirements()) | {app()["p4a.bootstrap"]}
    found = _resolved(("sdl2",), asked)
    conflicts = {(one, other) for one, other in product(found, found)
                 if one in recipes() and other in recipes()[one].get("conflicts", [])}  # fmt: skip
    assert conflicts == set()
    with_c = {name for name in found if name in recipes()}
    assert with_c >= {"python3", "kivy", "pillow", "pyjnius", "sqlite3", "openssl", "libwebp", "sdl2"}
    assert found - with_c - BY_RECIPE_ALONE <= set(requirements())


def test_every_other_requirement_is_pure_python() -> None:
    pure = set(requirements()) - set(recipes())
    assert len(pure) > 6
    for name in pure - NOT_INSTALLED_HERE:
        wheel = importlib.metadata.distribution(name).read_text("WHEEL") or ""
        assert "Root-Is-Purelib: true" in wheel, name
        assert re.search(r"^Tag: py3-none-any$|^Tag: py2-none-any$", wheel, re.MULTILINE), name


def test_what_only_a_desktop_can_load_stays_there() -> None:
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text())["dependency-groups"]
    desktop = {re.split(r"[\s<>=!~;\[]", need)[0] for need in groups["desktop"]}
    assert desktop == {"zxing-cpp"}
    assert desktop & set(requirements()) == set()
    assert desktop <= set(locked())


def test_what_gradle_fetches_is_what_our_code_is_held_against() -> None:
    fetched = dict(one.rsplit(":", 1) for one in listed("android.gradle_dependencies"))
    assert fetched == {"androidx.core:core": "1.13.1", "com.google.zxing:core": zxing_version()}


def test_versions_are_those_the_app_is_tested_with() -> None:
    told = {name: version for name, version in requirements().items() if version and "python3" not in name}
    assert {name: version for name, version in told.items() if locked().get(name, version) != version} == {}
    assert set(told) - set(locked()) == NOT_INSTALLED_HERE
    for name in ("kivy", "pillow", "httpx"):
        assert recipes()[name]["version"] == told[name], f"{name}: the recipe builds another"


def test_what_httpx_needs_comes_along() -> None:
    waiting, needed = ["httpx"], set()
    while waiting:
        name = waiting.pop()
        plain = [re.split(r"[\s<>=!~;\[]", need)[0].lower() for need in importlib.metadata.requires(name) or []
                 if "extra ==" not in need and "python_version" not in need]  # fmt: skip
        waiting += [one for one in plain if one not in needed]
        needed |= set(plain)
    assert needed >= {"httpcore", "h11", "anyio", "idna", "certifi"}
    assert needed - set(requirements()) == set()
