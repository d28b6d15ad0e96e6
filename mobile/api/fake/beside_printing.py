"""What stands beside a day on the fake server: an anchor, as far as the viewer may see it, and role models."""

import hashlib
from typing import Any

from mobile.api.fake.seen import may_see, number, photo_days, ready, standing
from mobile.api.fake.world import Body, World


def on_today(world: World, habit: str, day: str) -> Body:
    return {
        "anchor": anchor_of(world, world.owners[habit], habit, day),
        "role_models": [_role_model(world, theirs) for theirs in models_of(world, habit)],
    }


def on_card(world: World, viewer: str, habit: str, day: str) -> Body:
    return {
        "anchor": anchor_of(world, viewer, habit, day),
        "may_start_beside": bool(world.habits[habit]["beside_allowed"]),
    }


def models_of(world: World, habit: str) -> list[str]:
    """Those its owner may still see."""
    kept = world.role_models.get(habit, [])
    return [theirs for theirs in kept if may_see(world, world.owners[habit], theirs) in ("witness", "gallery")]


def anchor_of(world: World, viewer: str, habit: str, day: str) -> Body | None:
    """None is the habit's own day 1."""
    said = world.anchors.get(habit)
    if said is None:
        return None
    if said["kind"] == "picture":
        return _printed("picture", said["photos"])
    if said["kind"] == "yesterday":
        earlier = [place for place in photo_days(world, habit) if place["date"] < day]
        return _of_day(world, "yesterday", habit, earlier[-1]["date"]) if earlier else None
    theirs, on = said["habit"], said["date"]
    offered = (theirs, on) in world.offers.get(viewer, []) and world.owners[habit] == viewer
    if not offered and may_see(world, viewer, theirs) is None:
        return None
    return _of_day(world, "check_in", theirs, on)


def photos_of(world: World, viewer: str, habit: str, day: str) -> list[str]:
    """The ids of the frames this viewer may see."""
    said, anchor = world.anchors.get(habit), anchor_of(world, viewer, habit, day)
    if said is None or anchor is None:
        return []
    return list(said["photos"]) if said["kind"] == "picture" else _photos(world, anchor["habit"], anchor["date"])


def _photos(world: World, habit: str, day: str) -> list[str]:
    row = standing(world, habit, day)
    return [slot["photo"] for slot in ready(row)[:1]] if row else []


def _of_day(world: World, kind: str, habit: str, day: str) -> Body | None:
    photos = _photos(world, habit, day)
    if not photos:
        return None
    return _printed(kind, photos) | {
        "person": world.shown(world.owners[habit]), "habit": habit, "title": world.habits[habit]["title"], "date": day,
        "n": ready(world.check_ins[habit, day])[0]["n"], "day_number": number(world, habit, day),
    }  # fmt: skip


def _printed(kind: str, photos: list[str]) -> Body:
    nobodys: dict[str, Any] = dict.fromkeys(("person", "habit", "date", "n", "day_number"))
    version = hashlib.sha256(",".join(photos).encode()).hexdigest()[:16]
    return {"id": version, "kind": kind, "frames": len(photos), "version": version, "title": "", **nobodys}


def _role_model(world: World, theirs: str) -> Body:
    body, photos = world.habits[theirs], photo_days(world, theirs)
    return {
        "person": world.shown(world.owners[theirs]), "habit": {key: body[key] for key in ("id", "title", "icon")},
        "day_number": number(world, theirs, "9999-12-31"), "latest": photos[-1] if photos else None,
        "may_start_beside": bool(body["beside_allowed"]),
    }  # fmt: skip
