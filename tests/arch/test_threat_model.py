"""The threat model names the test that holds each row, and each of them is there."""

import ast
import re

from tests.arch.sources import ROOT, trees

PAGE = ROOT / "docs" / "threat-model.md"
HEAD = "held by"
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")


def _rows() -> list[list[str]]:
    """The cells of every table whose last column says what holds; heads and rules left out."""
    found, inside = [], False
    for line in PAGE.read_text().splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if line.startswith("|") and cells[-1].rstrip(" |") == HEAD:
            inside = True
        elif line.startswith("|") and inside and not line.startswith("|---"):
            found.append(cells)
        elif not line.startswith("|"):
            inside = False
    return found


def _functions(path: str) -> set[str]:
    tree = next((tree for name, tree in trees().items() if str(name) == path), None)
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)} if tree else set()


def test_every_row_says_who_with_what_and_what_holds() -> None:
    rows = _rows()
    assert len(rows) > 30
    assert [row for row in rows if len(row) != 3 or not all(row)] == []


def test_every_row_is_held_by_a_test_that_is_there() -> None:
    missing = []
    for threat, _, held in _rows():
        named = NAMED.findall(held)
        if not named:
            missing.append(f"{threat}: no test")
        for path, function in named:
            functions = _functions(path)
            if not any(name.startswith(("test_", "assert_")) for name in functions) or (
                function and function not in functions
            ):
                missing.append(f"{threat}: {path} {function}")
    assert missing == []


def test_every_table_is_read() -> None:
    """A table spelled otherwise would be read by nobody."""
    text = PAGE.read_text()
    assert text.count("\n|---") == text.count(f"| {HEAD} |")
