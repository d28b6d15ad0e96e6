"""How the fake server prints what it remembers: /changes, /today, /rounds, /feed."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from mobile.api.fake import beside_printing, letters, own, sorting
from mobile.api.fake.seen import may_see, number, photo_days, ready, standing
from mobile.api.fake.world import Body, World, text
from shared import clock, limits
from shared.days import closes_at, habit_day
from shared.moods import came_back
from shared.schedule import duty, quota_count
from shared.states import DayState, fold
from shared.streaks import streak
from shared.strength import strength

FEED_PAGE = 20
_ROUNDS = timedelta(days=3)


def changes(world: World, person: str, after: int | None) -> Body:
    """A full snapshot without `after`, else the present form of every noun touched since."""
    log = world.log[person]
    if after is None:
        return _changes(world, person, full=True, touched=_everything(world, person))
    return _changes(world, person, full=False, touched=list(dict.fromkeys(log[after:])))


def _everything(world: World, person: str) -> list[tuple[str, str]]:
    """A phone that starts anew needs nothing that was put away or undone."""

    def own(names: Iterator[str]) -> list[str]:
        return [name for name in names if world.owners[name] == person]

    kept = {name for name in own(iter(world.habits)) if not world.habits[name]["archived"]}
    check_ins = [row["id"] for row in world.check_ins.values() if row["habit"] in kept and not row["undone_at"]]
    return [
        *(("habit", name) for name in kept),
        *(("check_in", name) for name in check_ins),
        *(("rest", name) for name in own(iter(world.rests))),
        *(("miss", name) for name in own(iter(world.misses)) if world.misses[name]["habit"] in kept),
        *(("blue_letter", habit) for habit in kept if habit in world.blue),
        *(("gold_letter", row["id"]) for row in world.gold if row["habit"] in kept and row["opened_at"]),
    ]


def _changes(world: World, person: str, *, full: bool, touched: list[tuple[str, str]]) -> Body:
    rows = {
        "habit": world.habits, "rest": world.rests, "miss": {row: own_miss(world, row) for row in world.misses},
        "check_in": {row["id"]: row for row in world.check_ins.values()},
        "blue_letter": {habit: letters.print_standing(world, habit) for habit in world.habits},
        "gold_letter": {row["id"]: letters.print_gold(world, row) for row in world.gold if row["opened_at"]},
    }  # fmt: skip
    names = {
        "habit": "habits", "check_in": "check_ins", "rest": "rests", "miss": "misses", "blue_letter": "blue_letters",
        "gold_letter": "gold_letters",
    }  # fmt: skip
    body: Body = {
        "seq": len(world.log[person]), "full": full, "me": me(world, person), "removed": [],
        **{name: [] for name in names.values()},
    }  # fmt: skip
    for noun, row in touched:
        if noun in rows and row in rows[noun]:
            body[names[noun]].append(rows[noun][row])
        elif noun in rows:
            body["removed"].append({"noun": noun, "id": row})
    return body


def own_miss(world: World, miss: str) -> Body:
    return world.misses[miss] | {"letter": letters.print_fate(world, world.misses[miss])}


def me(world: World, person: str) -> Body:
    history = [
        {"from_instant": text(change.from_instant), "zone": change.zone, "day_start": change.day_start}
        for change in world.clocks[person]
    ]
    inviter, in_force = world.arrivals.get(person), world.terms_version
    until = text(clock.now() + limits.CONFIRM_WITHIN)
    return world.people[person] | {
        "clock": history, "seq": len(world.log[person]),
        "waiting": {"inviter": world.shown(inviter), "until": until} if inviter else None,
        "terms_to_accept": in_force if world.accepted[person] < in_force else None,
    }  # fmt: skip


def today(world: World, person: str) -> Body:
    mine = [habit for habit, body in world.habits.items() if world.owners[habit] == person and not body["archived"]]
    unread = sum(1 for notice in world.notices[person] if notice["read_at"] is None)
    waiting = len(rounds(world, person)["cards"])
    return {"person": world.shown(person), "habits": [_today_item(world, habit) for habit in mine],
            "waiting": waiting, "notices": unread}  # fmt: skip


def _today_item(world: World, habit: str) -> Body:
    history, now = world.history(habit), clock.now()
    day = habit_day(history.clock, now)
    folded = fold(history, now)
    body = world.habits[habit]
    check_in = standing(world, habit, day.isoformat())
    photos = photo_days(world, habit)
    miss = next((m for m in sorted(world.misses.values(), key=lambda m: str(m["date"]), reverse=True)
                 if m["habit"] == habit and m["state"] == "open"), None)  # fmt: skip
    crowd = [_crowd_item(world, habit, day, seat, miss) for seat in body["seats"] if seat["state"] == "accepted"]
    counted, quota = streak(history, folded), quota_count(history, day)
    week = [day - timedelta(days=back) for back in range(6, -1, -1)]
    return {
        "id": habit, "title": body["title"], "icon": body["icon"], "date": day.isoformat(),
        "duty": duty(history, day).value, "state": folded.states.get(day, DayState.NOT_DUE).value,
        "day_number": folded.day_number + (check_in is None), "grace": None,
        "closes_at": text(closes_at(history.clock, day)), "mood": "waiting",
        "miss": own_miss(world, miss["id"]) if miss else None, "spared": habit in world.spared,
        "waiting_letter": None,
        "came_back": came_back(folded, day), "resting": any(span.covers(day) for span in history.rests),
        "quota": {"done": quota[0], "needed": quota[1]} if quota else None, "check_in": check_in,
        "first_photo": photos[0] if photos else None, "last_photo": photos[-1] if photos else None,
        "week": [{"date": d.isoformat(), "state": folded.states.get(d, DayState.NOT_DUE).value} for d in week],
        "streak": {"current": counted.current, "best": counted.best}, "strength": strength(history, folded),
        "forgiven": [], "crowd": crowd, "named": _named(world, habit),
        **beside_printing.on_today(world, habit, day.isoformat()), **own.on_today(world, habit, day.isoformat()),
    }  # fmt: skip


def _crowd_item(world: World, habit: str, day: date, seat: Body, miss: Body | None) -> Body:
    person = seat["person"]["id"]
    key = (habit, day.isoformat(), person)
    kind, answered_at = world.reactions.get(key, (None, None))
    witness = seat["role"] == "witness"
    answer = world.miss_answers.get((miss["id"], person)) if miss and witness else None
    return {
        "person": world.shown(person), "role": seat["role"], "looked": key in world.looks,
        "looked_at": world.looks.get(key), "answer": kind, "answered_at": answered_at,
        "picture": world.faces.get(key),
        "saw_miss": bool(miss and witness and person in miss["seen_by"]), "miss_answer": answer,
    }  # fmt: skip


def _named(world: World, habit: str) -> Body | None:
    """The witness who looked last, within three days."""
    witnesses = {seat["person"]["id"] for seat in world.habits[habit]["seats"]
                 if seat["role"] == "witness" and seat["state"] == "accepted"}  # fmt: skip
    since = text(clock.now() - timedelta(days=3))
    looks = [(at, person) for (seen, _, person), at in world.looks.items()
             if seen == habit and person in witnesses and at >= since]  # fmt: skip
    return world.shown(max(looks)[1]) if looks else None


def rounds(world: World, viewer: str) -> Body:
    since = text(clock.now() - _ROUNDS)
    cards = [card for card in _cards(world, viewer) if not card["looked"] and card["posted_at"] >= since]
    misses = [_miss_card(world, viewer, miss) for miss in world.misses.values() if _holds(world, viewer, miss)]
    return {"cards": sorted(cards, key=lambda card: str(card["posted_at"])), "misses": misses}


def feed(world: World, viewer: str, cursor: str) -> Body:
    """The cursor is the number of cards already given."""
    cards = sorting.in_order(world, viewer, list(_cards(world, viewer)))
    start = int(cursor or 0)
    more = start + FEED_PAGE < len(cards)
    return {"items": cards[start : start + FEED_PAGE], "next": str(start + FEED_PAGE) if more else None}


def _cards(world: World, viewer: str) -> Iterator[Body]:
    for (habit, day), row in world.check_ins.items():
        if not row["undone_at"] and may_see(world, viewer, habit) in ("witness", "gallery"):
            yield _card(world, viewer, habit, day, row)


def _card(world: World, viewer: str, habit: str, day: str, row: Body) -> Body:
    owner, body = world.owners[habit], world.habits[habit]
    zone = ZoneInfo(world.people[owner]["zone"])
    hour = datetime.fromisoformat(row["captured_at"]).astimezone(zone).hour
    photos = photo_days(world, habit)
    answers = [person for (seen, on, person) in world.reactions if (seen, on) == (habit, day) and person != viewer]
    return {
        "person": world.shown(owner), "habit": {key: body[key] for key in ("id", "title", "icon")}, "date": day,
        "day_number": number(world, habit, day),
        "caption": row["caption"], "amount": row["amount"], "unit": body["schedule"].get("unit", ""),
        "source": row["source"], "late": row["late"],
        "part_of_day": "morning" if hour < 12 else "afternoon" if hour < 18 else "evening",
        "photos": [{key: slot[key] for key in ("n", "width", "height")} for slot in ready(row)],
        "first_photo": photos[0] if photos else None,
        "my_reaction": world.reactions.get((habit, day, viewer), (None,))[0],
        "looked": (habit, day, viewer) in world.looks, "answers_before_me": len(answers), "check_in": row["id"],
        "posted_at": row["received_at"], **beside_printing.on_card(world, viewer, habit, day),
        **own.on_card(world, viewer, habit, day),
    }  # fmt: skip


def _holds(world: World, viewer: str, miss: Body) -> bool:
    return miss["state"] == "open" and may_see(world, viewer, miss["habit"]) == "witness"


def _miss_card(world: World, viewer: str, miss: Body) -> Body:
    body = world.habits[miss["habit"]]
    return {
        "id": miss["id"], "person": world.shown(world.owners[miss["habit"]]),
        "habit": {key: body[key] for key in ("id", "title", "icon")}, "date": miss["date"],
        "opens_at": miss["opens_at"],
        "my_answer": world.miss_answers.get((miss["id"], viewer)), "looked": viewer in miss["seen_by"],
        "keeps_letter": viewer in letters.keepers(world, miss) and miss["id"] in world.sealed,
        "own_words": (world.owners[miss["habit"]], viewer) in world.writers,
    }  # fmt: skip
