"""Instants as the API writes them: RFC 3339, UTC, "Z"."""

from datetime import UTC, datetime


def to_text(instant: datetime) -> str:
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")


def from_text(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
