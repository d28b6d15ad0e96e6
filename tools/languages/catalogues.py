"""The catalogues on disk: one text file that people edit for each language, and beside it what the program reads."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tools.languages.gathering import ROOT, gather

FOLDER = ROOT / "shared" / "catalogues"
_ALWAYS = datetime(2026, 11, 28, tzinfo=UTC)
"""The files say nothing of when they were made, so the same words make the same files."""
_COMMENT = "# Kith in another language. docs/languages.md says how it is made and kept."


def path_of(language: str) -> Path:
    return FOLDER / f"{language}.po"


def read(language: str) -> Catalog:
    """What is on disk, as it is."""
    with path_of(language).open("rb") as file:
        return read_po(file, locale=language)


def renewed(language: str) -> Catalog:
    """With every message of the code and none that isn't there any more; what is new is empty, never guessed."""
    catalogue = read(language) if path_of(language).exists() else Catalog()
    fresh = Catalog(
        locale=language, project="Kith", version="1", charset="utf-8", header_comment=_COMMENT, creation_date=_ALWAYS,
        revision_date=_ALWAYS, last_translator="Kith", language_team="Kith", fuzzy=False,
    )  # fmt: skip
    for message in gather():
        if message.id:
            fresh.add(message.id, _said(catalogue, message.id), locations=message.locations)
    return fresh


def _said(catalogue: Catalog, message: str | tuple[str, str]) -> str | tuple[str, ...] | None:
    known = catalogue.get(message[0] if isinstance(message, tuple) else message)
    plural = isinstance(message, tuple)
    return known.string if known and isinstance(known.id, tuple) is plural else None


def as_text(catalogue: Catalog) -> bytes:
    """The file people edit."""
    out = BytesIO()
    write_po(out, catalogue, width=118, sort_output=True, include_lineno=False)
    return out.getvalue()


def as_read(catalogue: Catalog) -> bytes:
    """The file the program reads."""
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def write(language: str, catalogue: Catalog) -> None:
    FOLDER.mkdir(exist_ok=True)
    path_of(language).write_bytes(as_text(catalogue))
    path_of(language).with_suffix(".mo").write_bytes(as_read(catalogue))
