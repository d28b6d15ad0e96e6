"""Exports and departures as JSON."""

from typing import Any

from server.habits.printing_days import print_instant
from server.leaving.models import Departure, Export


def print_export(export: Export) -> dict[str, Any]:
    return {
        "id": str(export.id), "state": export.state, "progress": export.progress, "size": export.size,
        "asked_at": print_instant(export.created_at), "ready_at": print_instant(export.ready_at),
        "expires_at": print_instant(export.expires_at),
    }  # fmt: skip


def print_departure(departure: Departure | None) -> dict[str, Any]:
    return {
        "leaving": departure is not None,
        "asked_at": print_instant(departure.asked_at) if departure else None,
        "ends_at": print_instant(departure.ends_at) if departure else None,
        "by_host": departure is not None and departure.by_host,
    }
