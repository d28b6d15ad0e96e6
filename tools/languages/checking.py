"""What is wrong with a catalogue: a sentence left out, a place that isn't filled, a word that is never said."""

import re
import string
from collections.abc import Iterator

from babel.messages.catalog import Catalog, Message

from tools.languages import catalogues

NEVER_SAID = {
    "de": r"verlor|verlier|gescheiter|scheiter|versag|scham|schäm|schuld|verpass|faul|enttäusch|streak|unterbrochen|"
    r"gerissen|\bSie haben\b|\bIhre?n?m?r?\b",
}
"""Words a language never says, as English never says lost or shame; in German nobody is called "Sie" either."""


def problems(language: str) -> list[str]:
    """In words; none when it may be shipped."""
    known, wanted = catalogues.read(language), catalogues.renewed(language)
    found = [f"{language}: {one}" for message in wanted if message.id for one in _wrong(language, message, known)]
    if catalogues.path_of(language).read_bytes() != catalogues.as_text(wanted):
        found.append(f"{language}.po is not current: run python -m tools.languages")
    compiled = catalogues.path_of(language).with_suffix(".mo")
    if not compiled.exists() or compiled.read_bytes() != catalogues.as_read(wanted):
        found.append(f"{language}.mo is not current: run python -m tools.languages")
    return found


def _wrong(language: str, message: Message, known: Catalog) -> Iterator[str]:
    ids = message.id if isinstance(message.id, tuple) else (message.id,)
    said = message.string if isinstance(message.string, tuple) else (message.string,)
    if not all(said):
        yield f"nothing is said for {ids[0]!r}"
        return
    if isinstance(message.id, tuple) and len(said) != known.num_plurals:
        yield f"{len(said)} forms of {known.num_plurals} for {ids[0]!r}"
    if message.fuzzy:
        yield f"only guessed: {ids[0]!r}"
    allowed = {frozenset(_places(one)) for one in ids}
    for text in said:
        if frozenset(_places(text)) not in allowed:
            yield f"other places than in {ids[0]!r}: {text!r}"
        if re.search(NEVER_SAID.get(language, "$^"), text, re.IGNORECASE if language != "de" else 0):
            yield f"a word that is never said: {text!r}"
        if text != text.strip() and ids[0] == ids[0].strip():
            yield f"loose white space: {text!r}"


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
