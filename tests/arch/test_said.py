"""Every sentence somebody reads goes through `say`: none stands bare in a screen, a page or a notice."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.arch.sources import code_trees
from tools.languages.gathering import ROOT, WORDS

READ = ("mobile/ui", "mobile/presenters", "server/door", "server/guests/pages", "server/leaving/pages",
        "server/notifications")  # fmt: skip
"""Where nothing is written but what people read, apart from names for machines."""
SAYS = {"say", "say_many", "message"}
FOR_MACHINES = {"photo %s cannot be drawn: %s", "rounds could not be told", "a notice could not be sent",
                "nobody could be asked for an answer", "The compressed words are not whole."}  # fmt: skip
"""Said in logs alone."""
_SENTENCE = re.compile(r"(?=.*[A-Za-z]{2})(?:[A-Za-z{}']+ [A-Za-z{}']+.*|[A-Z][a-z]+[.!?])")
_MARKS = (re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL), re.compile(r"<[^>]*>", re.DOTALL))


def _parents(tree: ast.Module) -> dict[ast.AST, ast.AST]:
    return {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}


def _texts(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """Plain and filled-in texts, a place for each thing filled in; docstrings left out."""
    parents = _parents(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield node, "".join(str(v.value) if isinstance(v, ast.Constant) else "{}" for v in node.values)
        elif isinstance(node, ast.Constant) and not isinstance(parents[node], ast.Expr | ast.JoinedStr):
            yield node, str(node.value)


def _is_said(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> bool:
    while node in parents:
        node = parents[node]
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYS:
            return True
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith(("log.", "Color", "re.")):
            return True
    return False


def test_no_sentence_stands_bare_in_the_code() -> None:
    bare = []
    for path, tree in code_trees().items():
        if not str(path).startswith(READ) or any(path.match(words) for words in WORDS) or "/api/" in str(path):
            continue
        parents = _parents(tree)
        bare += [
            f"{path}:{node.lineno} {text!r}" for node, text in _texts(tree)
            if _SENTENCE.fullmatch(text) and text not in FOR_MACHINES and not _is_said(node, parents)
        ]  # fmt: skip
    assert bare == []


def test_no_word_stands_bare_in_a_template() -> None:
    bare = []
    for app in ("door", "guests", "leaving", "people"):
        for path in sorted((ROOT / "server" / app).rglob("templates/**/*.*")):
            written = re.sub(r"{% block mood %}.*?{% endblock %}", "", path.read_text(), flags=re.DOTALL)
            for marks in _MARKS:
                written = marks.sub(" ", written)
            words = [word for word in written.split() if re.search("[A-Za-z]{2}", word)]
            bare += [f"{path.relative_to(ROOT)}: {word}" for word in words if word not in {"Kith", "doctype"}]
    assert bare == []


def test_the_pages_of_words_are_there() -> None:
    assert [words for words in WORDS if not list(Path(ROOT).glob(words))] == []
