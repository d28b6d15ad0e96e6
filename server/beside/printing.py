"""Anchors, role models and offers as JSON. No clock times, and nothing that the gallery doesn't see."""

import hashlib
from typing import Any

from server.beside.selectors.anchors import Beside
from server.beside.selectors.offers import Offer
from server.beside.selectors.role_models import Model
from server.habits.printing import print_habit_name, print_place
from server.habits.printing_days import print_instant
from server.people.printing import brief


def print_anchor(beside: Beside | None) -> dict[str, Any] | None:
    """None: own day 1. `version` is another one for other pictures."""
    if beside is None:
        return None
    shown = hashlib.sha256(",".join(str(photo.id) for photo in beside.photos).encode()).hexdigest()
    check_in = beside.check_in
    return {
        "id": str(beside.anchor.id),
        "kind": beside.anchor.kind,
        "frames": len(beside.photos),
        "version": shown[:16],
        "person": brief(check_in.owner) if check_in else None,
        "habit": str(check_in.habit_id) if check_in else None,
        "title": check_in.habit.title if check_in else "",
        "date": check_in.date.isoformat() if check_in else None,
        "n": beside.n,
        "day_number": beside.day_number,
    }


def print_model(model: Model) -> dict[str, Any]:
    habit = model.habit
    return {
        "person": brief(habit.owner),
        "habit": print_habit_name(habit),
        "day_number": model.day_number,
        "latest": print_place(model.ends.last if model.ends else None),
        "may_start_beside": habit.opens_beside,
    }


def print_offer(offer: Offer) -> dict[str, Any]:
    link = offer.link
    return {
        "person": brief(link.owner),
        "habit": print_habit_name(link.check_in.habit),
        "date": link.check_in.date.isoformat(),
        "day_number": offer.day_number,
        "until": print_instant(offer.until),
    }
