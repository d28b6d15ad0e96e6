"""Rows as CSV that a spreadsheet opens without running anything in it."""

import csv
from collections.abc import Iterable, Mapping
from io import TextIOWrapper
from typing import IO, Any

from server.leaving.archive.values import plain

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""A cell beginning like this may be taken for a formula; the last four are = + - @ in full width."""


def write_sheet(file: IO[bytes], rows: Iterable[Mapping[str, Any]]) -> None:
    """One line per row under a line of names; without rows the file is empty. The file stays open."""
    # The mark at the beginning is what tells spreadsheets that this is UTF-8.
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    lines = csv.writer(text)
    for number, row in enumerate(rows):
        if number == 0:
            lines.writerow(row)
        lines.writerow([cell(value) for value in row.values()])
    text.detach()


def cell(value: Any) -> str:
    """A value as a cell: lists in one cell, nothing as an empty one, and no text that could be a formula."""
    if isinstance(value, list | tuple):
        return cell("; ".join(str(plain(one)) for one in value))
    text = "" if value is None else str(plain(value))
    return f"'{text}" if text.lstrip(" ").startswith(DANGEROUS) else text
