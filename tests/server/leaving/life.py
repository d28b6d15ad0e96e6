"""A whole life of Ana's: every kind of row and file a person can leave behind, made through the usual doors."""

from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from rest_framework.test import APIClient

from server.challenges.models import CarryRow
from server.coins.models import Offer
from server.leaving.services.making import work_on_exports
from server.people.models import Arrival, Person
from server.people.services.clocks import record_clock_change
from shared import clock, ids
from tests.server import cast, world
from tests.server.access.village import PICTURE
from tests.server.cast import Door
from tests.server.circle import AFTER_GRACE, DAY, Circle, gather

NAME, TITLE, OTHER_TITLE = "Anabelle-Canary", "Canary laps", "=Canary(pages)"
CAPTION, NOTE, BENS_CAPTION, BENS_TITLE = "Canary over the bridge", "Canary says so", "Ben's own words", "Ben's chess"
COMMENT, BENS_COMMENT = "Canary was there", "Ben was there"
ADDRESS, BLUE, GOLD, BENS_GOLD = "ana@example.org", "Canary at sunset", "Canary at dawn", "Seven in a row"
SEA = "To the sea"
"""A goal of Ben's, and so the name of a habit of hers: the words are the group's."""
CANARIES = (NAME, TITLE, OTHER_TITLE, CAPTION, NOTE, ADDRESS, BLUE, GOLD, COMMENT)


@dataclass
class Life:
    """`photo` hangs on the last day, `export` is ready, `bens_day` is Ben's day that Ana answered first."""

    circle: Circle
    ana: Person
    bens_habit: str
    photo: str
    loose: str
    export: str
    bens_day: str

    @property
    def anas(self) -> Door:
        return self.circle.ana

    @property
    def bens(self) -> Door:
        return self.circle.ben


def live(time: clock.StoppedClock) -> Life:
    circle = gather(time, title=TITLE, reminders=[480, 1200])
    ana, bens, bens_habit = circle.people["Ana"], circle.ben, world.promise(circle.ben, title=BENS_TITLE)["id"]
    done(circle.ana.patch("/me", json={"name": NAME}))
    done(
        circle.ana.put(
            f"/circles/{ids.uuid7()}", json={"name": "Canary club", "members": [str(circle.people["Cleo"].id)]}
        )
    )
    world.take_seat(bens, circle.ana, ana.id, bens_habit)
    cast.befriend(circle.people["Ben"], circle.people["Cleo"])
    world.take_seat(bens, circle.cleo, circle.people["Cleo"].id, bens_habit, "gallery")
    _write_letters(circle, bens_habit)
    bens_day = str(circle.today)
    for door, habit in ((bens, circle.habit), (circle.ana, bens_habit)):
        done(door.put(f"/habits/{habit}/days/{bens_day}/nudge", json={"preset": "with_you"}))
    for _ in range(7):
        circle.post()
        done(world.check_in(bens, bens_habit, circle.today, caption=BENS_CAPTION))
        circle.wake()
    _answer_ben(circle, bens_habit, bens_day)
    _miss_and_cheer(circle)
    photo, loose = _show(circle)
    _keep_beside(circle, bens_habit, bens_day)
    _keep_more(circle, bens_habit, bens_day)
    _keep_together(circle)
    _sign_in_elsewhere(ana)
    export = ids.uuid7()
    done(circle.ana.put(f"/exports/{export}"))
    assert work_on_exports(now=clock.now()) == 1
    circle.send()
    return Life(circle, ana, bens_habit, photo, loose, str(export), bens_day)


def _write_letters(circle: Circle, bens_habit: str) -> None:
    """One to herself, which Ben keeps, and one to each other."""
    path = f"/habits/{circle.habit}"
    done(circle.ben.put(f"{path}/seat", json={"answer": "accept", "keeps_letter": True}))
    done(circle.ana.put(f"{path}/blue-letter", json={"text": BLUE}))
    done(circle.ben.put(f"{path}/gold-letter", json={"text": BENS_GOLD}))
    done(circle.ana.put(f"/habits/{bens_habit}/gold-letter", json={"text": GOLD}))


def _answer_ben(circle: Circle, habit: str, day: str) -> None:
    """Ana answers first, and Cleo after her."""
    world.react(circle.ana, habit, day, "fire")
    circle.settle()
    world.react(circle.cleo, habit, day, "clap")
    world.let_write(circle.ben, circle.people["Ana"].id)
    world.let_write(circle.ana, circle.people["Ben"].id)
    world.comment(circle.ana, habit, day, COMMENT)
    circle.settle()


def _miss_and_cheer(circle: Circle) -> None:
    """Both miss a day, and each is there for the other."""
    circle.go(circle.today + DAY, AFTER_GRACE)
    for door in (circle.ana, circle.ben):
        (card,) = door.get("/rounds").json()["misses"]
        done(door.put(f"/misses/{card['id']}/look", json={}))
        done(door.put(f"/misses/{card['id']}/answer", json={"kind": "cheer", "preset": "hug"}))
    circle.settle()


def _show(circle: Circle) -> tuple[str, str]:
    """A comeback with a photo that friends answer and are thanked for, and photos that hang nowhere."""
    photo, loose = (world.put_photo(circle.ana, PICTURE, photo_id=str(ids.uuid7())).json()["id"] for _ in range(2))
    assert world.put_photo(circle.ana, b"no picture").status_code == 422
    circle.post(photos=[photo], caption=CAPTION)
    done(circle.ana.post(f"{circle.day()}/guest-links"))
    world.look(circle.cleo, circle.habit, circle.today)
    world.comment(circle.ben, circle.habit, circle.today, BENS_COMMENT)
    for door, kind in ((circle.ben, "heart"), (circle.cleo, "clap")):
        world.react(door, circle.habit, circle.today, kind)
        circle.settle()
    done(circle.ana.put(f"{circle.day()}/thanks/{circle.people['Ben'].id}", json={}))
    circle.settle()
    return photo, loose


def _keep_beside(circle: Circle, bens_habit: str, bens_day: str) -> None:
    """Ben's chess beside her laps, a clip beside his chess, and each told of it."""
    for door in (circle.ana, circle.ben):
        done(door.patch("/me", json={"told_of_beside": True, "language": "de"}))
    for door, mine, theirs in ((circle.ana, circle.habit, bens_habit), (circle.ben, bens_habit, circle.habit)):
        done(door.put(f"/habits/{mine}/role-models/{theirs}"))
        done(door.put(f"/less/{theirs}"))
    frame = world.put_photo(circle.ana, PICTURE, photo_id=str(ids.uuid7())).json()["id"]
    done(circle.ana.put(f"/habits/{circle.habit}/anchor", json={"kind": "picture", "photos": [frame]}))
    shown = {"kind": "check_in", "habit": circle.habit, "date": str(circle.today)}
    done(circle.ben.put(f"/habits/{bens_habit}/anchor", json=shown))
    circle.settle()


def _keep_more(circle: Circle, bens_habit: str, bens_day: str) -> None:
    """A habit that was archived, a day taken back, a rest, invites, a block, a journey, and reports both ways."""
    anas, ana = circle.ana, circle.people["Ana"]
    other = world.promise(anas, title=OTHER_TITLE)["id"]
    done(world.check_in(anas, other, circle.today, caption=CAPTION))
    done(world.undo(anas, other, circle.today))
    done(anas.delete(f"/habits/{other}"))
    done(anas.put(f"/friends/{circle.people['Cleo'].id}/distance", json={"muted": True, "restricted": False}))
    world.rest(anas, circle.today + 5 * DAY, circle.today + 6 * DAY)
    done(anas.post("/invites"))
    done(anas.put(f"/blocks/{cast.arrive('Dan').id}"))
    now = clock.now()
    record_clock_change(person=ana, zone="Asia/Tokyo", day_start=0, at=now, now=now)
    mine = circle.item()["check_in"]["id"]
    bens = circle.ben.get(f"/habits/{bens_habit}/days/{bens_day}").json()["id"]
    _report(anas, "check_in", bens, note=NOTE)
    _report(circle.ben, "check_in", mine)
    _report(circle.ben, "person", str(ana.id))
    circle.settle()


def _report(door: Door, subject: str, subject_id: str, note: str = "") -> None:
    said = {"subject": subject, "subject_id": subject_id, "reason": "harm", "note": note}
    done(door.put(f"/reports/{ids.uuid7()}", json=said))


def _keep_together(circle: Circle) -> None:
    """A chain Ana looks after, with Ben in it and Cleo asked, and a link; a goal of Ben's she came into and gave to."""
    anas, bens = circle.ana, circle.ben
    today, end = str(circle.today), str(circle.today + 20 * DAY)
    said = {"kind": "chain", "title": "Scales", "starts_on": today, "ends_on": end}
    chain, goal = f"/challenges/{ids.uuid7()}", f"/challenges/{ids.uuid7()}"
    done(anas.put(chain, json=said | {"habit": circle.habit}))
    done(anas.put(f"{chain}/asked/{circle.people['Cleo'].id}"))
    link = anas.post(f"{chain}/links")
    done(link)
    done(bens.put(f"/challenge-links/{link.json()['token']}/membership", json={"habit": str(ids.uuid7())}))
    said = {"kind": "goal", "title": SEA, "unit": "km", "goal": "90", "starts_on": today, "ends_on": end}
    bens_walk = str(ids.uuid7())
    done(bens.put(goal, json=said | {"habit": bens_walk, "own_target": "5"}))
    done(bens.put(f"{goal}/asked/{circle.people['Ana'].id}"))
    habit = str(ids.uuid7())
    done(anas.put(f"{goal}/membership", json={"habit": habit, "own_target": "5"}))
    day = anas.get(goal).json()["today"]
    done(world.check_in(anas, habit, day, zone="Asia/Tokyo", amount="5"))
    done(world.check_in(bens, bens_walk, circle.today, amount="5"))
    for door, to in ((anas, "Ben"), (bens, "Ana")):
        gift = f"{goal}/gifts/{ids.uuid7()}"
        done(door.put(gift, json={"person": str(circle.people[to].id), "coins": 2}))
    Offer.objects.create(
        challenge_id=goal.rpartition("/")[2], writer=circle.people["Ana"], title="Canary soup", price=4
    )
    CarryRow.objects.create(
        challenge_id=chain.rpartition("/")[2], carrier=circle.people["Ana"], member=circle.people["Ben"],
        date=circle.today, week=circle.today - circle.today.weekday() * DAY,
    )  # fmt: skip
    circle.settle()


def _sign_in_elsewhere(ana: Person) -> None:
    """How she came in, a second factor, a code asked for and never typed, and a host who looked at Ana's page."""
    Arrival.objects.create(person=ana, state=Arrival.State.CONFIRMED, entered_at=clock.now())
    Authenticator.objects.create(user=ana, type="totp", data={"secret": "second-key"})
    APIClient().post("/api/auth/app/v1/auth/code/request", {"email": ADDRESS}, format="json")
    host = Person.objects.create_superuser("host@example.org", "a long password", name="Host")
    kind = ContentType.objects.get_for_model(Person)
    LogEntry.objects.create(
        user=host, content_type=kind, object_id=str(ana.id), object_repr=NAME, action_flag=CHANGE, change_message="x"
    )


def done(answer: Any) -> None:
    """A scene is only set if what sets it worked."""
    assert answer.status_code < 300, answer.content
