"""Many at once and against the rules: exactly what may pass passes, whoever is first, and nothing else changes."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from server.habits.models import Seat
from server.letters.models import BlueLetter, GoldLetter
from server.moderation.models import Report
from server.notifications.models import Notice
from server.nudges.models import Nudge
from server.responses.models import MissAnswer
from shared import ids, limits
from shared.clock import StoppedClock
from tests.server import cast, world
from tests.server.cast import Door
from tests.server.circle import Circle, gather
from tests.server.letters import story
from tests.server.threads import all_at_once

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 40


@pytest.fixture
def circle(transactional_db: None, time: StoppedClock) -> Circle:
    return gather(time, starts_on=story.PROMISED)


def _nudge(door: Door, circle: Circle, habit: str) -> Any:
    return door.put(f"/habits/{habit}/days/{circle.today}/nudge", {"preset": "with_you"})


def _habit_of(circle: Circle, name: str) -> str:
    """A friend of Ben's whose witness he is."""
    friend, ben = cast.arrive(name), circle.people["Ben"]
    cast.befriend(friend, ben)
    door = cast.door_of(friend)
    habit = str(world.promise(door)["id"])
    world.take_seat(door, circle.ben, ben.id, habit)
    return habit


def test_of_forty_nudges_at_once_exactly_the_senders_ten_pass(circle: Circle) -> None:
    """To twenty friends, each twice: a resend is answered as its first was."""
    habits = [_habit_of(circle, f"Friend{number}") for number in range(MANY // 2)]
    answers = all_at_once([partial(_nudge, circle.ben, circle, habit) for habit in habits * 2])
    said = [(one.status_code, one.json()["code"] if one.content else "") for one in answers]
    assert said.count((204, "")) == said.count((409, "too_many_nudges")) == MANY // 2
    assert said[: MANY // 2] == said[MANY // 2 :]
    assert Nudge.objects.count() == limits.NUDGES_SENT_PER_DAY


def test_forty_nudges_at_once_to_one_friend_are_answered_alike_and_three_arrive(circle: Circle) -> None:
    """From ten witnesses of two of her habits, each four times."""
    other = world.promise(circle.ana, title="Chess")["id"]
    doors = {f"Witness{n}": circle.habit if n < limits.WITNESSES_MAX - 1 else other for n in range(9)}
    calls = [partial(_nudge, story.join(circle, name, habit), circle, habit) for name, habit in doors.items()]
    answers = all_at_once([partial(_nudge, circle.ben, circle, circle.habit), *calls] * 4)
    assert {(one.status_code, one.content) for one in answers} == {(204, b"")}
    assert Nudge.objects.count() == len(doors) + 1
    assert Nudge.objects.filter(arrived=True).count() == limits.NUDGES_RECEIVED_PER_DAY
    circle.settle()
    told = Notice.objects.filter(recipient=circle.people["Ana"], kind="nudge")
    assert told.count() == limits.NUDGES_RECEIVED_PER_DAY


def test_a_flood_of_reports_stops_at_its_senders_limit_and_at_nobody_elses(circle: Circle) -> None:
    posted = circle.post()["id"]
    said = {"subject": "check_in", "subject_id": posted, "reason": "harm"}
    answers = all_at_once([partial(circle.ben.put, f"/reports/{ids.uuid7()}", said) for _ in range(MANY)])
    assert sorted(one.status_code for one in answers) == [201] * limits.REPORTS_PER_DAY.amount + [429] * (
        MANY - limits.REPORTS_PER_DAY.amount
    )
    assert Report.objects.count() == limits.REPORTS_PER_DAY.amount
    assert circle.cleo.put(f"/reports/{ids.uuid7()}", said).status_code == 201
    told = Notice.objects.count()
    circle.settle()
    assert Notice.objects.count() == told, "nobody is told"
    assert circle.item()["state"] == "done"


NO_LETTERS = ("x" * 10_000, "x" * 141, "see www.x.example", "a\u0000b", "", " \u200b ")


def test_what_is_no_letter_is_refused_from_everybody_at_once_and_the_old_one_stays(circle: Circle) -> None:
    story.keep_letters(circle.ben, circle.habit)
    story.write(circle)
    path = f"/habits/{circle.habit}"
    assert circle.ben.put(f"{path}/gold-letter", {"text": "Seven"}).status_code == 200
    blue = [partial(circle.ana.put, f"{path}/blue-letter", {"text": words}) for words in NO_LETTERS]
    gold = [partial(circle.ben.put, f"{path}/gold-letter", {"text": words}) for words in NO_LETTERS]
    answers = all_at_once(blue + gold)
    assert {(one.status_code, one.json()["code"]) for one in answers} == {(400, "invalid")}
    assert (BlueLetter.objects.get().text, GoldLetter.objects.get().text) == (story.WORDS, "Seven")


FORGED = (
    ("put", "/habits/{habit}/seat", {"answer": "accept", "role": "witness", "keeps_letter": True}),
    ("put", "/habits/{habit}/seats/{cleo}", {"role": "witness"}),
    ("put", "/habits/{habit}/seasons/1", {"witnesses": ["{cleo}"], "gallery": []}),
    ("patch", "/habits/{habit}", {"role": "witness"}),
)


def test_nobody_makes_a_witness_of_themselves(circle: Circle) -> None:
    """In the gallery, with every word that could mean it, all at once."""
    story.write(circle)
    cleo = str(circle.people["Cleo"].id)
    calls = [
        partial(getattr(circle.cleo, method), path.format(habit=circle.habit, cleo=cleo), _filled(said, cleo))
        for method, path, said in FORGED
    ]
    assert {one.status_code for one in all_at_once(calls * 3)} <= {204, 404}
    seat = Seat.objects.get(person=cleo, ended_at__isnull=True)
    assert (seat.role, seat.keeps_letter_since) == ("gallery", None)
    miss = story.miss_a_day(circle)
    assert circle.cleo.get("/rounds").json()["misses"] == []
    assert circle.cleo.put(f"/misses/{miss['id']}/answer", {"kind": "let_go"}).status_code == 404
    assert circle.cleo.get(f"/habits/{circle.habit}/blue-letter").status_code == 404


def _filled(said: dict[str, Any], cleo: str) -> dict[str, Any]:
    return {name: [cleo] if value == ["{cleo}"] else value for name, value in said.items()}


@pytest.mark.parametrize("ending", ["removed", "left", "unfriended", "blocked"])
def test_a_former_witness_answers_no_miss_not_even_while_they_go(circle: Circle, ending: str) -> None:
    """The answer came first and stands, or the seat ended first and there is nothing to answer."""
    miss, ben = story.miss_a_day(circle), circle.people["Ben"].id
    answer = partial(circle.ben.put, f"/misses/{miss['id']}/answer", {"kind": "cheer", "preset": "hug"})
    second = cast.door_of(circle.people["Ben"])
    endings = {
        "removed": partial(circle.ana.delete, f"/habits/{circle.habit}/seats/{ben}"),
        "left": partial(second.delete, f"/habits/{circle.habit}/seat"),
        "unfriended": partial(circle.ana.delete, f"/friends/{ben}"),
        "blocked": partial(circle.ana.put, f"/blocks/{ben}"),
    }
    ended, said = all_at_once([endings[ending], answer])
    assert ended.status_code == 204
    assert said.status_code in {200, 404}
    kept = list(MissAnswer.objects.values_list("kind"))
    for _ in range(2):
        assert world.refusal(answer()) == (404, "not_found")
        circle.go(circle.today + timedelta(days=4), 12)  # and when its window is over
    assert list(MissAnswer.objects.values_list("kind")) == kept
