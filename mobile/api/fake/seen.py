"""What the fake server's people may see, and which days stand."""

from mobile.api.fake.world import Body, World


def may_see(world: World, viewer: str, habit: str) -> str | None:
    """The viewer's role on this habit: owner, witness, gallery, or None."""
    if world.owners.get(habit) == viewer:
        return "owner"
    for seat in world.habits.get(habit, {}).get("seats", []):
        if seat["person"]["id"] == viewer and seat["state"] == "accepted":
            return str(seat["role"])
    return None


def standing(world: World, habit: str, day: str) -> Body | None:
    row = world.check_ins.get((habit, day))
    return row if row and not row["undone_at"] else None


def photo_days(world: World, habit: str) -> list[Body]:
    days = sorted(day for (owner, day), row in world.check_ins.items()
                  if owner == habit and not row["undone_at"] and ready(row))  # fmt: skip
    return [{"date": day, "n": ready(world.check_ins[habit, day])[0]["n"]} for day in days]


def ready(row: Body) -> list[Body]:
    return [slot for slot in row["photos"] if slot["state"] == "ready"]


def number(world: World, habit: str, day: str) -> int:
    rows = ((on, row) for (other, on), row in world.check_ins.items() if other == habit)
    return sum(1 for on, row in rows if on <= day and not row["undone_at"])
