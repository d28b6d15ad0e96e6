"""Small files, small functions, names that say what is inside."""

import ast

from tests.arch.sources import code_trees, sources, trees

FILE_LINES, FUNCTION_LINES = 400, 40


def test_no_file_is_longer_than_a_person_reads_at_once() -> None:
    long = {str(path): len(text.splitlines()) for path, text in sources().items()}
    assert {path: lines for path, lines in long.items() if lines > FILE_LINES} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    long = [
        f"{path}:{node.lineno} {node.name}"
        for path, tree in code_trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno >= FUNCTION_LINES
    ]
    assert long == []


def test_no_drawer_for_everything() -> None:
    assert [str(path) for path in trees() if path.stem in {"utils", "helpers", "misc", "common"}] == []


def test_no_import_hides_inside_a_function() -> None:
    hidden = [
        f"{path}:{inner.lineno}"
        for path, tree in code_trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]
    assert hidden == []
