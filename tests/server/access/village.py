"""Everybody who can stand to Ana's promises in some way, on a morning when there is something of hers to see.

Both promises are past their gentle week. One has a rest behind it and a photo today; the other stayed empty two days
ago, which nobody has looked at yet. Whoever lost a seat held it when that day was missed, and was told.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from server.leaving.services.making import work_on_exports
from server.letters.models import GoldLetter
from server.people.models import Person
from server.people.services.standing import set_standing
from shared import clock, ids
from tests.server import cast, images, world
from tests.server.access.roles import GAZING, GROUPED, KNOWN, OWNER, ROLES, SIGNED_IN
from tests.server.cast import Door
from tests.server.circle import MORNING, Circle, gather
from tests.server.people.at_the_door import Phone, sign_up

BLUE_WORDS, GOLD_WORDS = "Nobody made you promise", "Seven already"
"""What Ana sealed for a day she stays away, and Ben for a day she makes."""
COMMENT_WORDS = "What a bridge"
"""What Ben wrote about the day, in words of his own."""
CIRCLE = "People who swim"
OFFER_WORDS = "A pot of lentils"
"""What Ana offered to its members."""
GROUP = "Where we are at seven"
"""What Ana promised together with two who are no friends of hers."""
TITLE, OTHER_TITLE, CAPTION = "Morning laps", "Evening pages", "Rain on the bridge"
EMPTY_DAY, DAY_AFTER, TODAY = date(2026, 3, 9), date(2026, 3, 10), date(2026, 3, 11)
PICTURE = images.jpeg((64, 48))


@dataclass
class Village:
    """Doors and people by role, and what stands in the places that addresses and bodies leave open."""

    doors: dict[str, Door]
    people: dict[str, Person]
    places: dict[str, str]

    def hidden_from(self, role: str) -> set[str]:
        """What no answer to this role may contain, whatever it asks."""
        if role == OWNER:
            return {BLUE_WORDS, GOLD_WORDS}
        own = ("circle_id", "rest_id", "notice_id", "invite_id", "export_id", "session_id", "group_link", "group_token")
        hidden = {self.places[name] for name in own} | {self.people[OWNER].email, CIRCLE}
        near = {role, *(GROUPED if role in GROUPED else ())}
        hidden |= {text for who in self.people.keys() - {OWNER, *near} for text in self._says_who(who)}
        if role not in {*GROUPED, "friend"}:
            hidden |= {GROUP, self.places["challenge_id"]}
        if role != "comember":
            hidden.add(OFFER_WORDS)
        if role != "witness":
            hidden |= {
                self.places["miss_id"],
                self.places["picture"],
                self.places["report_id"],
                str(EMPTY_DAY),
                BLUE_WORDS,
                GOLD_WORDS,
                COMMENT_WORDS,
                self.places["comment_id"],
            }
        if role not in GAZING:
            hidden.add(self.places["photo_id"])
        if role not in {*GAZING, "comember"}:
            hidden |= {self.places["check_in"], CAPTION}
        if role not in {*GAZING, "invited"}:
            hidden |= {self.places["habit_id"], self.places["other_habit"], TITLE, OTHER_TITLE}
        return hidden | (self.owner_is() if role not in KNOWN else set())

    def owner_is(self) -> set[str]:
        """What would tell that Ana is here."""
        return self._says_who(OWNER)

    def group_is(self) -> set[str]:
        """What somebody learns who comes in, or holds a link."""
        people = {text for who in (OWNER, *GROUPED) for text in self._says_who(who)}
        return people | {GROUP, self.places["challenge_id"]}

    def _says_who(self, role: str) -> set[str]:
        return {str(self.people[role].id), self.people[role].name}


def build(time: clock.StoppedClock) -> Village:
    """Through the API, so that every ending leaves behind what it really leaves behind."""
    circle = gather(time, title=TITLE, reminders=[480, 1200])
    people = {OWNER: circle.people["Ana"], "witness": circle.people["Ben"], "gallery": circle.people["Cleo"]}
    doors = {OWNER: circle.ana, "witness": circle.ben, "gallery": circle.cleo, "anonymous": cast.door_of(None)}
    for role in ROLES:
        if role not in doors:
            people[role] = cast.arrive(role.title())
            doors[role] = cast.door_of(people[role])
            if role not in {"stranger", *GROUPED}:
                cast.befriend(people[OWNER], people[role])
    other = world.promise(circle.ana, title=OTHER_TITLE)["id"]
    _seat(doors, people, [other], {"witness": "witness", "gallery": "gallery"})
    both = [circle.habit, other]
    _seal_letters(circle, both)
    _seat(doors, people, both, dict.fromkeys(("left", "removed", "unfriended", "blocked"), "witness"))
    places = _live_on(circle, other)
    _fill_places(places, doors, people)
    _gather_group(places, doors, people)
    _end_seats(doors, people, both)
    _open_every_phone(doors)
    for role in SIGNED_IN:
        # The first reading of a day is remembered; all later ones change nothing.
        _done(doors[role].get("/today"))
    return Village(doors, people, places)


def _seat(doors: Mapping[str, Door], people: Mapping[str, Person], habits: list[str], seats: dict[str, str]) -> None:
    """Everybody is told that they are asked before they answer: what they were told must not outlive their seat."""
    asked = [(who, habit) for who in seats for habit in habits]
    for who, habit in asked:
        world.offer_seat(doors[OWNER], people[who].id, habit, seats[who])
    cast.relay_all()
    for who, habit in asked:
        _done(doors[who].put(f"/habits/{habit}/seat", json={"answer": "accept"}))


def _seal_letters(circle: Circle, habits: list[str]) -> None:
    """Ben keeps a letter of Ana's for each habit, and has written one himself for the first."""
    for habit in habits:
        _done(circle.ben.put(f"/habits/{habit}/seat", json={"answer": "accept", "keeps_letter": True}))
        _done(circle.ana.put(f"/habits/{habit}/blue-letter", json={"text": BLUE_WORDS}))
    _done(circle.ben.put(f"/habits/{habits[0]}/gold-letter", json={"text": GOLD_WORDS}))


def _live_on(circle: Circle, other: str) -> dict[str, str]:
    """Nine days pass: a rest, a miss, and a photo this morning. Answers the places of what came to be."""
    rest = str(ids.uuid7())
    said = {"habit": circle.habit, "first": str(EMPTY_DAY), "last": str(DAY_AFTER)}
    _done(circle.ana.put(f"/rests/{rest}", json=said))
    circle.go(EMPTY_DAY, MORNING)
    _done(circle.ana.get("/today"))
    circle.go(TODAY, MORNING)
    photo = str(ids.uuid7())
    _done(world.put_photo(circle.ana, PICTURE, photo_id=photo))
    check_in = circle.post(photos=[photo], caption=CAPTION)["id"]
    picture = world.answer_with_face(circle.ben, circle.habit, TODAY, PICTURE)
    beside = str(ids.uuid7())
    _done(world.put_photo(circle.ana, PICTURE, photo_id=beside))
    anchor = circle.ana.put(f"/habits/{circle.habit}/anchor", json={"kind": "picture", "photos": [beside]})
    _done(anchor)
    world.let_write(circle.ana, circle.people["Ben"].id)
    comment = world.comment(circle.ben, circle.habit, TODAY, COMMENT_WORDS)
    circle.settle()
    circle.time.advance(timedelta(minutes=5))
    (miss,) = circle.ana.get("/changes").json()["misses"]
    assert (miss["habit"], miss["state"], miss["seen_by"]) == (other, "open", [])
    assert miss["letter"]["state"] == "sealed"
    return {
        "habit_id": circle.habit, "other_habit": other, "rest_id": rest, "photo_id": photo, "check_in": check_in,
        "picture": picture, "anchor": anchor.json()["anchor"]["id"], "frame": "0", "frame_after": "1",
        "comment_id": comment, "comment_words": COMMENT_WORDS,
        "miss_id": miss["id"], "date": str(TODAY), "n": "1", "large": "1080", "small": "320",
        "number": "1", "next_season": "2",
        "blue_words": BLUE_WORDS, "gold_words": GOLD_WORDS, "gold_letter": str(GoldLetter.objects.get().id),
    }  # fmt: skip


def _fill_places(places: dict[str, str], doors: Mapping[str, Door], people: Mapping[str, Person]) -> None:
    """What else can be named: an open invite, a notice and an export of Ana's, a report of Ben's, people, a new id."""
    invite = doors[OWNER].post("/invites").json()
    report = str(ids.uuid7())
    said = {"subject": "check_in", "subject_id": places["check_in"], "reason": "harm"}
    _done(doors["witness"].put(f"/reports/{report}", json=said))
    places |= {"invite_id": invite["id"], "token": invite["token"], "report_id": report, "new": str(ids.uuid7())}
    places["circle_id"] = str(ids.uuid7())
    _done(
        doors[OWNER].put(
            f"/circles/{places['circle_id']}", json={"name": CIRCLE, "members": [str(people["gallery"].id)]}
        )
    )
    _done(doors[OWNER].put(f"/habits/{places['habit_id']}/circles/{places['circle_id']}"))
    for role in ("gallery", "left", "removed", "unfriended", "blocked"):
        _done(doors[role].put(f"/less/{places['habit_id']}"))
    export = str(ids.uuid7())
    _done(doors[OWNER].put(f"/exports/{export}"))
    assert work_on_exports(now=clock.now()) == 1
    places["export_id"] = export
    shown = doors[OWNER].post(f"/habits/{places['habit_id']}/days/{places['date']}/guest-links")
    _done(shown)
    places["guest_link"] = shown.json()["id"]
    people["newcomer"] = _newcomer(people[OWNER])
    (session,) = doors[OWNER].get("/sessions").json()["items"]
    places["session_id"] = session["id"]
    notices = doors[OWNER].get("/notices").json()["items"]
    places["notice_id"] = next(one["id"] for one in notices if one["person"]["id"] == str(people["witness"].id))
    places["now"] = clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")
    places |= {role: str(person.id) for role, person in people.items()}


def _gather_group(places: dict[str, str], doors: Mapping[str, Door], people: Mapping[str, Person]) -> None:
    """Two come in with Ana's link and post today, which opens her day to them; a friend is asked, and silent yet."""
    places["challenge_id"] = str(ids.uuid7())
    group = f"/challenges/{places['challenge_id']}"
    said = {"kind": "together", "title": GROUP, "starts_on": str(TODAY), "ends_on": str(TODAY + timedelta(days=6))}
    _done(doors[OWNER].put(group, json=said | {"habit": places["habit_id"]}))
    link = doors[OWNER].post(f"{group}/links").json()
    places |= {"group_token": link["token"], "group_link": link["id"]}
    for role in GROUPED:
        habit = str(ids.uuid7())
        _done(doors[role].put(f"/challenge-links/{link['token']}/membership", json={"habit": habit}))
        _done(world.check_in(doors[role], habit, TODAY))
    offer = str(ids.uuid7())
    _done(doors[OWNER].put(f"{group}/offers/{offer}", json={"title": OFFER_WORDS, "price": 2}))
    places |= {"offer_id": offer, "offer_words": OFFER_WORDS}
    _done(doors[OWNER].put(f"{group}/asked/{people['friend'].id}"))
    cast.relay_all()


def _newcomer(inviter: Person) -> Person:
    """Nora signed up with a link of Ana's, who has yet to say that it's her."""
    phone, address = Phone(), "nora@example.org"
    assert sign_up(phone, address, by=inviter).status_code == 200
    _done(phone.api("patch", "/me", {"name": "Nora"}))
    return Person.objects.get(email=address)


def _open_every_phone(doors: Mapping[str, Door]) -> None:
    """Once a day, a device is noted as used; so that reading changes nothing, everybody has read today."""
    for door in doors.values():
        door.get("/me")


def _end_seats(doors: Mapping[str, Door], people: Mapping[str, Person], habits: list[str]) -> None:
    """Two seats are given up, others offered and everybody told; then friendships end, and somebody is suspended.

    The relay is not run after those: what ends must be over before anything that follows from it is done.
    """
    anas = doors[OWNER]
    for habit in habits:
        _done(doors["left"].delete(f"/habits/{habit}/seat"))
        world.end_seat(anas, people["removed"].id, habit)
        world.offer_seat(anas, people["invited"].id, habit)
    _seat(doors, people, habits, {"suspended": "witness"})
    _done(anas.delete(f"/friends/{people['unfriended'].id}"))
    for role in ("blocked", "shunned_comember"):
        _done(anas.put(f"/blocks/{people[role].id}"))
    assert set_standing(person=people["suspended"], active=False, now=clock.now())


def _done(answer: Any) -> None:
    """A scene is only set if what sets it worked."""
    assert answer.status_code < 300, answer.content
