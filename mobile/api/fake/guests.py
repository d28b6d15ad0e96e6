"""Links for guests on the fake server; the guest's own browser is played by `answer_as_guest`."""

from datetime import timedelta

from mobile.api.fake.asked import Asked
from mobile.api.fake.world import Body, World, new_id, text
from shared import clock, limits
from shared.codes import Code, Refused


def list_links(asked: Asked) -> Body:
    mine = [link for link in asked.world.guest_links.values() if asked.world.owners[link["habit"]] == asked.person]
    return {"items": list(reversed(mine))}


def open_link(asked: Asked) -> Body:
    habit, day = asked.names
    world = asked.world
    shown = world.check_ins.get((habit, day))
    if world.owners.get(habit) != asked.person or not shown or not shown["photos"]:
        raise Refused(Code.NOT_FOUND)
    link, until = new_id(), clock.now() + timedelta(days=limits.INVITE_DAYS)
    world.guest_links[link] = {
        "id": link, "habit": habit, "date": day, "expires_at": text(until), "living": True, "answer": None,
    }  # fmt: skip
    return world.guest_links[link] | {"url": f"http://kith.test/g/{link}"}


def answer_as_guest(world: World, link: str, name: str, kind: str) -> None:
    said = {"name": name, "kind": kind, "answered_at": text(clock.now())}
    world.guest_links[link] = world.guest_links[link] | {"answer": said}
