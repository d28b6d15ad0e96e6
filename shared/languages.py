"""Which language Kith speaks just now, and its words in it.

A sentence stands in English where it belongs, and that English is also its name in the catalogues
(shared/catalogues/*.po). It is translated where it is shown, never where it is written down, so one process can
speak several: the phone one at a time, the server the language of whoever it answers.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

_CATALOGUES = Path(__file__).parent / "catalogues"


@dataclass(frozen=True, slots=True)
class Language:
    """One that Kith speaks: its own name for itself, which way it is written, and what stands before decimals."""

    name: str
    right_to_left: bool = False
    decimal: str = "."


ENGLISH = "en"
LANGUAGES = {ENGLISH: Language("English"), "de": Language("Deutsch", decimal=",")}
_everywhere = [ENGLISH]
"""What the whole process speaks wherever nothing else was said: the phone's choice."""
_here: ContextVar[str] = ContextVar("language")


def speak(language: str) -> None:
    """From now on, in the whole process. What Kith doesn't speak is English."""
    _everywhere[0] = _known(language)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Within the block, and only in this request or task: whoever is answered or written to reads this one."""
    token = _here.set(_known(language))
    try:
        yield
    finally:
        _here.reset(token)


def spoken() -> str:
    return _here.get(_everywhere[0])


def language() -> Language:
    return LANGUAGES[spoken()]


def say(text: str, /, **values: object) -> str:
    """The sentence in the language spoken here, its {places} filled."""
    said = text if spoken() == ENGLISH or not text else _catalogue(spoken()).gettext(text)
    return said.format(**values) if values else said


def say_many(one: str, many: str, n: int, /, **values: object) -> str:
    """The sentence for this number, by the rules of the language; `{n}` is the number itself."""
    english = one if n == 1 else many
    said = english if spoken() == ENGLISH else _catalogue(spoken()).ngettext(one, many, n)
    return said.format(n=n, **values)


def within(said: str) -> str:
    """What begins a line, put inside one: small in English, as it stands in languages whose nouns are capital."""
    return f"{said[:1].lower()}{said[1:]}" if spoken() == ENGLISH else said


def message(text: str) -> str:
    """Marks a sentence that stands in a table: it is said elsewhere."""
    return text


def understood(tag: str) -> str:
    """The language Kith speaks for a tag like `de-AT`, or nothing."""
    main = tag.strip().replace("_", "-").split("-")[0].lower()
    return main if main in LANGUAGES else ""


def asked_for(header: str) -> str:
    """The best of an Accept-Language header that Kith speaks, or nothing; its `q=` weighs, its order breaks ties."""
    wanted = [part.partition(";") for part in header[:200].split(",")]
    weighed = [(_weight(rest), understood(tag)) for tag, _, rest in wanted]
    return max((one for one in weighed if one[1] and one[0] > 0), key=lambda one: one[0], default=(0.0, ""))[1]


def _weight(said: str) -> float:
    digits = said.replace(" ", "").removeprefix("q=")
    return float(digits) if digits.replace(".", "", 1).isdecimal() else float(not digits)


def _known(language: str) -> str:
    return understood(language) or ENGLISH


@cache
def _catalogue(language: str) -> NullTranslations:
    """One that has no words yet says the English ones."""
    compiled = _CATALOGUES / f"{language}.mo"
    if not compiled.exists():
        return NullTranslations()
    with compiled.open("rb") as file:
        return GNUTranslations(file)
