"""Everything Kith says, as it stands in the code and the templates."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog

ROOT = Path(__file__).resolve().parents[2]
TREES = ("shared", "mobile", "server")
NOT_OURS = "server/demo"
"""Speaks on the terminal of whoever tries Kith out, in English."""
WORDS = ("shared/sentences.py", "shared/dates.py", "mobile/presenters/*copy.py", "mobile/presenters/alarm_words.py",
         "server/*/copy.py")  # fmt: skip
"""Files in which every sentence of a module-level name is said somewhere."""
SENTENCES = "shared/codes.py"
"""And one where only this name's are."""
_MARKS = {"say": 1, "message": 1, "say_many": 2}
_IN_TEMPLATE = re.compile(r"{%\s*say(?P<many>_many)?\s+\"(?P<one>[^\"]*)\"(?:\s+\"(?P<plural>[^\"]*)\")?")
Message = str | tuple[str, str]


def gather() -> Catalog:
    """All messages, each with the files it stands in, in the alphabet's order."""
    found: dict[Message, set[str]] = defaultdict(set)
    for path in _files():
        said = _in_template(path) if path.suffix in {".html", ".txt"} else _in_code(path)
        for message in said:
            found[message].add(path.relative_to(ROOT).as_posix())
    catalogue = Catalog(charset="utf-8")
    for message, files in sorted(found.items(), key=lambda one: str(one[0])):
        catalogue.add(message, locations=[(file, 0) for file in sorted(files)])
    return catalogue


def _files() -> Iterator[Path]:
    for tree in TREES:
        yield from sorted(one for one in (ROOT / tree).rglob("*.py") if not one.is_relative_to(ROOT / NOT_OURS))
        yield from sorted(one for one in (ROOT / tree).rglob("templates/**/*.*") if one.suffix in {".html", ".txt"})


def _in_template(path: Path) -> Iterator[Message]:
    for match in _IN_TEMPLATE.finditer(path.read_text()):
        yield (match["one"], match["plural"]) if match["many"] else match["one"]


def _in_code(path: Path) -> Iterator[Message]:
    tree = ast.parse(path.read_text())
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _MARKS:
            yield from _in_call(node, _MARKS[node.func.id])
    where = path.relative_to(ROOT)
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            names = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
            if any(where.match(words) for words in WORDS) or (where.as_posix() == SENTENCES and "SENTENCES" in names):
                yield from _in_table(node.value)


def _in_call(call: ast.Call, arguments: int) -> Iterator[Message]:
    said = [list(_texts(one)) for one in call.args[:arguments]]
    if arguments == 1:
        yield from said[0]
    elif all(said):
        yield said[0][0], said[1][0]


def _texts(node: ast.expr) -> Iterator[str]:
    """Of a text, or of a choice between two."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and _speaks(node.value):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*_texts(node.body), *_texts(node.orelse))


def _in_table(node: ast.expr) -> Iterator[str]:
    """The values of what is named: a text, or a row or a table of them."""
    if isinstance(node, ast.Tuple | ast.List):
        for one in node.elts:
            yield from _in_table(one)
    elif isinstance(node, ast.Dict):
        for one in node.values:
            yield from _in_table(one)
    else:
        yield from _texts(node)


def _speaks(text: str) -> bool:
    return any(letter.isalpha() for letter in re.sub(r"{[^}]*}", "", text)) or text.count("{") > 1
