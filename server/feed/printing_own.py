"""The owner's side of the read side as JSON: today and its crowd."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from server.beside.printing import print_anchor, print_model
from server.comments.printing import print_comment
from server.feed.selectors.misses import OwnMiss
from server.feed.selectors.today import Overview, Today
from server.habits.models import Seat
from server.habits.printing import print_place
from server.habits.printing_days import print_instant, print_own_check_ins
from server.letters.printing import print_fate
from server.people.printing import brief
from server.responses.printing import print_miss_act
from server.responses.selectors import NOTHING, UNSEEN, MissAct
from shared import limits

CheckIns = Mapping[UUID, dict[str, Any]]


def print_overview(overview: Overview) -> dict[str, Any]:
    posted = [today.check_in for today in overview.habits if today.check_in]
    check_ins = {UUID(printed["id"]): printed for printed in print_own_check_ins(posted)}
    return {
        "person": brief(overview.person),
        "habits": [_print_today(today, check_ins) for today in overview.habits],
        "waiting": overview.waiting,
        "notices": overview.notices,
    }


def print_own_miss(own: OwnMiss) -> dict[str, Any]:
    """A miss for its owner: who saw it, and who cheered with what."""
    miss = own.miss
    cheers = [(who, act) for who, act in own.acts.items() if act.answer == "cheer"]
    return {
        "id": str(miss.id),
        "habit": str(miss.habit_id),
        "date": miss.date.isoformat(),
        "closed_at": print_instant(miss.closed_at),
        "opens_at": print_instant(miss.opens_at),
        "state": miss.state,
        "returned_on": miss.returned_on.isoformat() if miss.returned_on else None,
        "seen_by": [str(who) for who in own.acts],
        "cheers": [_print_cheer(who, act) for who, act in cheers],
        "letter": _print_letter(own),
    }


def _print_cheer(who: UUID, act: MissAct) -> dict[str, Any]:
    said = print_miss_act(act) or {}
    return {"id": str(act.id), "person": str(who)} | {key: said[key] for key in ("preset", "words", "picture")}


def _print_letter(own: OwnMiss) -> dict[str, Any] | None:
    """What the miss made of the blue letter: who keeps it and when it may open, never a word of it."""
    if own.letter is None:
        return None
    return print_fate(own.letter, own.miss) | {"keeper": brief(own.keeper) if own.keeper else None}


def _print_today(today: Today, check_ins: CheckIns) -> dict[str, Any]:
    quota, grace, counted = today.quota, today.grace, today.streak
    return {
        "id": str(today.habit.id),
        "title": today.habit.title,
        "icon": today.habit.icon,
        "date": today.day.isoformat(),
        "duty": today.duty,
        "state": today.state.value,
        "day_number": today.day_number,
        "grace": {"date": grace[0].isoformat(), "until": print_instant(grace[1])} if grace else None,
        "closes_at": print_instant(today.closes_at),
        "mood": today.mood.value,
        "miss": print_own_miss(today.miss) if today.miss else None,
        "spared": today.spared,
        "waiting_letter": print_own_miss(today.waiting_letter) if today.waiting_letter else None,
        "came_back": today.came_back,
        "resting": today.resting,
        "quota": {"done": quota[0], "needed": quota[1]} if quota else None,
        "check_in": check_ins[today.check_in.id] if today.check_in else None,
        "comments": [print_comment(one) for one in today.comments],
        "first_photo": print_place(today.ends.first if today.ends else None),
        "last_photo": print_place(today.ends.last if today.ends else None),
        "week": [{"date": day.isoformat(), "state": today.state_of(day).value} for day in today.week],
        "streak": {"current": counted.current, "best": counted.best},
        "strength": round(today.strength, 4),
        "forgiven": [day.isoformat() for day in today.forgiven],
        "crowd": [_print_face(seat, today) for seat in today.seats],
        "season": _print_season(today),
        "named": brief(today.named) if today.named else None,
        "anchor": print_anchor(today.beside),
        "role_models": [print_model(model) for model in today.models],
    }


def _print_season(today: Today) -> dict[str, Any] | None:
    """None while the habit has not begun, and once it goes on alone."""
    stands = today.season
    if stands.season is None or not (stands.runs or stands.asks):
        return None
    day = stands.season.day_of(today.day) if stands.runs else limits.SEASON_DAYS
    return {"number": stands.season.number, "day": day, "days": limits.SEASON_DAYS, "asks": stands.asks}


def _print_face(seat: Seat, today: Today) -> dict[str, Any]:
    act = today.acts.get(seat.person_id, NOTHING)
    about_miss = today.miss.acts.get(seat.person_id, UNSEEN) if today.miss else UNSEEN
    return {
        "person": brief(seat.person),
        "role": seat.role,
        "looked": act.looked_at is not None,
        "looked_at": print_instant(act.looked_at),
        "answer": act.answer,
        "answered_at": print_instant(act.answered_at),
        "picture": str(act.picture) if act.picture else None,
        "saw_miss": about_miss.saw,
        "miss_answer": print_miss_act(about_miss),
    }
