"""The same lives, wider: friends look, answer, nudge and leave Kith, clocks are moved, and everything is sent.

Beside what holds for letters: a face shows only what its person did, the streak is the fold of the days, and nobody is
rung more often than a day may cost, in whatever order.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule, run_state_machine_as_test

from server.letters.models import SealedLetter
from server.notifications.budgets import ALWAYS, BUDGETS, MINE
from server.notifications.kinds import Kind
from server.notifications.models import Delivery
from server.notifications.relays import ask_for_answers
from server.notifications.rounds import ring_due_rounds
from server.notifications.sender import send_due_deliveries
from server.nudges.models import Nudge
from server.people.models import Person
from server.people.selectors import person_clock
from shared import clock, limits
from shared.letter_states import Burn
from shared.relays import local_date
from tests.server import world
from tests.server.cast import Door
from tests.server.letters import story
from tests.server.letters.test_any_order import DAY, Lives, habits, names

ABOUT = re.compile(r"/(habits/[^/]+/days/[^/]+|misses/[^/]+)/(look|reaction|answer)$")
NUDGES = 1
"""As many a date as Ana wants to reach her: fewer than her witnesses could send."""
GENTLE_END = date.fromisoformat(story.PROMISED) + timedelta(days=limits.SEASON_DAYS)
"""From here on the season may be over and nothing due: the days alone no longer tell the streak."""
MET: Counter[str] = Counter()
"""What all lives came to: bounds that are never met, and faces that never turn, would show nothing."""


@dataclass
class Hand(Door):
    """A friend's door that remembers what its owner did: about which day or miss, and how."""

    did: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def _call(self, method: str, path: str, json: Any, data: bytes | None, headers: dict[str, str]) -> Any:
        answer = super()._call(method, path, json, data, headers)
        about = ABOUT.match(path)
        if method == "put" and about and answer.status_code < 300:
            self.did[about[1]] |= {"look", str((json or {}).get("kind"))}
        return answer


class WiderLives(Lives):
    def __init__(self) -> None:
        super().__init__()
        self.travelled = False
        self.stage.doors = {name: Hand(door.token) for name, door in self.stage.doors.items()}
        self.named = {str(person.id): name for name, person in self.stage.people.items()}
        self.circle, self.renewed = f"/circles/{world.ids.uuid7()}", False
        self.stage.ana.patch("/me", {"nudges_a_day": NUDGES})

    @initialize(looks=st.sampled_from(["Ben", "Eve", None]))
    def it_begins_with_an_empty_day(self, looks: str | None) -> None:
        """Of one promise; at most one of its witnesses knows, and every other face is to stay as it is."""
        self.days_pass(3, opens=True, keeps=1, looks=None, choice=None)
        if looks:
            self.a_witness_looks(looks)

    @rule(zone=st.sampled_from(["Asia/Tokyo", "America/Los_Angeles"]), day_start=st.sampled_from([0, 240, 720]))
    def ana_moves_her_clock(self, zone: str, day_start: int) -> None:
        self.travelled = True
        self.stage.ana.put("/me/clock", {"zone": zone, "day_start": day_start})

    def ana_travels(self, zone: str) -> None:
        """Told by `ana_moves_her_clock`: a life that has never travelled can be counted by hand."""

    @rule(habit=habits, wrong=st.integers(-40, 40), hours=st.integers(0, 30))
    def ana_posts_from_a_phone_whose_clock_is_wrong(self, habit: int, wrong: int, hours: int) -> None:
        sent = clock.now() + timedelta(hours=wrong)
        captured = sent - timedelta(hours=hours)
        day = (clock.now() - timedelta(hours=hours)).date()
        world.check_in(self.stage.ana, self.stage.habits[habit], day, sent_at=sent, captured_at=captured)

    @rule(name=names, how=st.sampled_from(["look", "fire", "heart", None]))
    def a_witness_goes_through_their_rounds(self, name: str, how: str | None) -> None:
        door = self.stage.doors[name]
        for card in door.get("/rounds").json()["cards"]:
            path = f"/habits/{card['habit']['id']}/days/{card['date']}"
            if how == "look":
                door.put(f"{path}/look", {})
            elif how:
                door.put(f"{path}/reaction", {"kind": how})
            else:
                door.delete(f"{path}/reaction")

    @rule(name=names, habit=habits)
    def a_witness_nudges(self, name: str, habit: int) -> None:
        path = f"/habits/{self.stage.habits[habit]}/days/{clock.now().date()}/nudge"
        self.stage.doors[name].put(path, {"preset": "with_you"})

    @rule(first=habits)
    def one_letter_opens_and_within_the_week_the_other_may(self, first: int) -> None:
        """Ana stays away from one promise until its letter opens, comes back, and stays away from the other."""
        for away in (first, 1 - first):
            self.days_pass(5, opens=True, keeps=1 - away, looks="Ben", choice="open")
            world.check_in(self.stage.ana, self.stage.habits[away], clock.now().date())

    @rule()
    def a_busy_day(self) -> None:
        """Whatever may ring Ana on one date, one after the other."""
        for name in self.stage.doors:
            for habit in (0, 1):
                self.a_witness_nudges(name, habit)
        self.everything_is_sent(1)
        for habit in (0, 1):
            self.ana_posts(habit, 0, 0)
            for name in self.stage.doors:
                self.a_witness_goes_through_their_rounds(name, "fire")
                self.everything_is_sent(1)
        for name in self.stage.doors:
            self.a_witness_answers(name, "cheer")
            self.everything_is_sent(1)

    @rule(name=names)
    def a_witness_leaves_kith_and_stays_after_all(self, name: str) -> None:
        self.stage.doors[name].put("/departure", {"leave": True})
        self.stage.let_pass(1)
        self.stage.doors[name].delete("/departure")

    @rule(name=names, muted=st.booleans(), restricted=st.booleans())
    def ana_keeps_a_witness_at_a_distance(self, name: str, muted: bool, restricted: bool) -> None:
        said = {"muted": muted, "restricted": restricted}
        self.stage.ana.put(f"/friends/{self.stage.people[name].id}/distance", said)

    @rule(chosen=st.sets(names), habit=habits, shown=st.booleans())
    def ana_shows_a_promise_to_her_circle(self, chosen: set[str], habit: int, shown: bool) -> None:
        members = [str(self.stage.people[name].id) for name in sorted(chosen)]
        self.stage.ana.put(self.circle, {"name": "Gym", "members": members})
        ask = self.stage.ana.put if shown else self.stage.ana.delete
        ask(f"/habits/{self.stage.habits[habit]}{self.circle}")

    @precondition(lambda self: not self.renewed)
    @rule(habit=habits, days=st.integers(0, 8), asked=st.sets(names))
    def a_season_is_over_and_another_begins(self, habit: int, days: int, asked: set[str]) -> None:
        """If it has not lapsed; whoever is asked agrees."""
        self.renewed = True
        until = datetime(GENTLE_END.year, GENTLE_END.month, GENTLE_END.day, 12, tzinfo=UTC) + days * DAY
        self.stage.let_pass(max(0, (until - clock.now()) // timedelta(hours=1)))
        picked = [str(self.stage.people[name].id) for name in sorted(asked)]
        said = {"witnesses": picked, "gallery": [], "circles": [self.circle.rpartition("/")[2]]}
        self.stage.ana.put(f"/habits/{self.stage.habits[habit]}/seasons/2", said)
        for door in self.stage.doors.values():
            door.put(f"/habits/{self.stage.habits[habit]}/seat", {"answer": "accept", "keeps_letter": True})

    @rule(habit=habits, choice=st.sampled_from(["in_earnest", "done"]))
    def ana_decides_about_her_season(self, habit: int, choice: str) -> None:
        self.stage.ana.patch(f"/habits/{self.stage.habits[habit]}/seasons/1", {"choice": choice})

    @rule(hours=st.sampled_from([0, 2, 6, 10]))
    def everything_is_sent(self, hours: int) -> None:
        self.stage.let_pass(hours)
        while any(work(now=clock.now()) for work in (ask_for_answers, ring_due_rounds, send_due_deliveries)):
            pass

    @invariant()
    def a_face_shows_only_what_its_person_did(self) -> None:
        for item in self._today():
            for face in item["crowd"]:
                did = self.stage.doors[self.named[face["person"]["id"]]].did
                shown = {"look"} if face["looked"] else set()
                assert shown | ({face["answer"]} - {None}) <= did[f"habits/{item['id']}/days/{item['date']}"]
                answered = {face["miss_answer"]["kind"]} if face["miss_answer"] else set()
                seen = {"look"} if face["saw_miss"] else set()
                assert not seen | answered or seen | answered <= did[f"misses/{item['miss']['id']}"]
                if item["miss"]:
                    MET["looking down" if seen else "not looked yet"] += 1

    @invariant()
    def the_streak_is_what_the_days_say(self) -> None:
        if self.travelled or clock.now().date() >= GENTLE_END:
            return
        for item in self._today():
            query = f"from={story.PROMISED}&to={item['date']}"
            days = self.stage.ana.get(f"/habits/{item['id']}/calendar?{query}").json()["days"]
            assert item["streak"] == _counted([day["state"] for day in days])

    @invariant()
    def nobody_is_rung_more_often_than_a_day_may_cost(self) -> None:
        for budget in set(BUDGETS.values()):
            rung = Counter(
                (who, on) for who, on, kinds in _pushes()
                if not kinds & ALWAYS and any(BUDGETS.get(kind) is budget for kind in kinds)
            )  # fmt: skip
            assert all(count <= budget.pushes for count in rung.values()), (budget, rung)
            MET[budget.name] += sum(count == budget.pushes for count in rung.values())

    @invariant()
    def what_is_too_near_to_another_opening_burns(self) -> None:
        """That openings are a week apart is an invariant of every life; this counts where it had to be kept."""
        MET["too near"] += SealedLetter.objects.filter(reason=Burn.ONE_A_WEEK.value, opened_at=None).count()

    @invariant()
    def no_more_nudges_arrive_than_are_wanted(self) -> None:
        sent = Nudge.objects.values_list("owner", "date", "sender", "arrived")
        assert all(count == 1 for count in Counter(row[:3] for row in sent).values())
        assert all(count <= NUDGES for count in Counter(row[:2] for row in sent if row[3]).values())
        MET["nudges held"] += sum(not row[3] for row in sent)

    def _today(self) -> list[dict[str, Any]]:
        """As Ana's phone reads it, without it counting as a visit."""
        with transaction.atomic():
            told = self.stage.ana.get("/today").json()["habits"]
            transaction.set_rollback(True)
        return list(told)


def _counted(states: list[str]) -> dict[str, int]:
    """By hand, for a habit of every day."""
    current = best = 0
    for state in states:
        current = 0 if state == "missed" else current + (state in {"done", "late"})
        best = max(best, current)
    return {"current": current, "best": best}


def _pushes() -> Iterator[tuple[Person, date, frozenset[Kind]]]:
    """Who was rung on which of their dates, and with what."""
    sent = Delivery.objects.filter(state="sent", channel="console").select_related("notice__recipient")
    rung: dict[tuple[Person, datetime], set[Kind]] = defaultdict(set)
    for one in sent:
        rung[one.notice.recipient, one.sent_at].add(Kind(one.notice.kind))
    for (who, at), kinds in rung.items():
        yield who, local_date(person_clock(who.id), at), frozenset(kinds)


@pytest.mark.django_db
def test_lives_in_a_circle_whatever_happens() -> None:
    run_state_machine_as_test(
        WiderLives,
        settings=settings(
            max_examples=5, stateful_step_count=16, deadline=None, derandomize=True, database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
    assert {"looking down", "not looked yet", "nudges held", "too near", MINE.name} <= set(+MET), MET
