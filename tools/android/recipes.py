"""Keep what python-for-android's recipes say: `python -m tools.android.recipes --p4a DIR`.

DIR is python-for-android's unpacked sdist. Of what our buildozer.spec asks for, and of what that needs in turn,
tests/packaging/recipes.json keeps version, needs and conflicts. Recipes are read, not run.
"""

import argparse
import ast
import configparser
import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "tests" / "packaging" / "recipes.json"
_KEPT = ("version", "depends", "opt_depends", "conflicts", "python_depends")


def read_recipe(path: Path) -> dict[str, Any]:
    """The plain values its class is given; whatever is worked out is left out."""
    kept: dict[str, Any] = {}
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ClassDef):
            kept |= dict(_values(node))
    return kept


def _values(recipe: ast.ClassDef) -> list[tuple[str, Any]]:
    found = []
    for node in recipe.body:
        name = node.targets[0] if isinstance(node, ast.Assign) else None
        if isinstance(node, ast.Assign) and isinstance(name, ast.Name) and name.id in _KEPT:
            try:
                found.append((name.id, ast.literal_eval(node.value)))
            except ValueError:
                continue
    return found


def asked_for() -> list[str]:
    spec = configparser.ConfigParser()
    spec.read(ROOT / "mobile" / "packaging" / "buildozer.spec")
    return [requirement.partition("==")[0] for requirement in spec["app"]["requirements"].split(",")]


def closure(folder: Path, names: list[str]) -> dict[str, Any]:
    """Recipes go by their folder's name, whatever its case."""
    known = {path.parent.name.lower(): path for path in folder.glob("*/__init__.py")}
    kept: dict[str, Any] = {}
    waiting = [name.lower() for name in names]
    while waiting:
        name = waiting.pop()
        if name in known and name not in kept:
            kept[name] = read_recipe(known[name])
            needs = [
                one for need in kept[name].get("depends", []) for one in ([need] if isinstance(need, str) else need)
            ]
            waiting += [need.lower() for need in needs]
    return kept


def main() -> None:
    parser = argparse.ArgumentParser(description="Keep what python-for-android's recipes say.")
    parser.add_argument("--p4a", type=Path, required=True, metavar="DIR")
    kept = closure(parser.parse_args().p4a / "pythonforandroid" / "recipes", [*asked_for(), "sdl2"])
    TARGET.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n")
    print(f"{len(kept)} recipes: {', '.join(sorted(kept))}")


if __name__ == "__main__":
    main()
