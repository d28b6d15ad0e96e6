"""The terms and the privacy text: files of one version each, filled with who runs this Kith."""

from functools import cache
from pathlib import Path

from django.conf import settings

DOCUMENTS = ("terms", "privacy")
"""Both carry the same version and are accepted together."""


def version_in_force() -> int:
    """The highest version that both texts exist in."""
    return _latest(Path(settings.LEGAL_FOLDER))


def read_document(document: str, version: int) -> str | None:
    """A text as it is shown, or None where there is none."""
    if document not in DOCUMENTS or not 0 < version <= version_in_force():
        return None
    text = _file(Path(settings.LEGAL_FOLDER), document, version).read_text()
    return text.replace("{operator}", settings.OPERATOR_NAME).replace("{contact}", settings.OPERATOR_CONTACT)


@cache
def _latest(folder: Path) -> int:
    version = 0
    while all(_file(folder, document, version + 1).exists() for document in DOCUMENTS):
        version += 1
    return version


def _file(folder: Path, document: str, version: int) -> Path:
    return folder / f"{document}-{version}.md"
