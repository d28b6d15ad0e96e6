"""The project's own Python files, parsed once for every rule of the house."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TREES = ("shared", "server", "mobile", "tools", "tests", "bench")


@cache
def sources() -> dict[Path, str]:
    """Every Python file by its path relative to the repository, migrations left out."""
    files = [path for tree in TREES for path in sorted((ROOT / tree).rglob("*.py")) if "migrations" not in path.parts]
    return {path.relative_to(ROOT): path.read_text() for path in files}


@cache
def trees() -> dict[Path, ast.Module]:
    return {path: ast.parse(text) for path, text in sources().items()}


def code_trees() -> dict[Path, ast.Module]:
    return {path: tree for path, tree in trees().items() if path.parts[0] != "tests"}
