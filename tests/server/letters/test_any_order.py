"""Whatever people do and in whatever order: no word before its time or after it, never two letters in seven days."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from server.letters.models import SealedLetter
from server.letters.selectors.circumstances import circumstances_of
from shared import clock
from shared.letter_states import Burn, Letter, LetterState, fold_letter
from tests.server import world
from tests.server.letters.machine import DAY, Stage

BEGIN = datetime(2026, 3, 2, 9, tzinfo=UTC)
habits, names = st.sampled_from([0, 1]), st.sampled_from(["Ben", "Eve"])
REACHED: Counter[tuple[str, str]] = Counter()
"""How the letters of all lives ended: a test in which none is opened would show nothing."""


class Lives(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.stage = Stage(BEGIN)
        self.decided: dict[Any, str] = {}

    def teardown(self) -> None:
        try:
            self.stage.read_everything()
            REACHED.update(SealedLetter.objects.values_list("state", "reason"))
        finally:
            self.stage.close()

    @rule(hours=st.sampled_from([1, 5, 13, 24]))
    def time_passes(self, hours: int) -> None:
        self.stage.let_pass(hours)

    @rule(
        days=st.integers(1, 6), opens=st.sampled_from([True, True, True, False]),
        keeps=st.sampled_from([1, 1, 1, 0, None]), looks=st.sampled_from(["Ben", "Eve", None]),
        choice=st.sampled_from(["open", "open", "leave_closed", None]),
    )  # fmt: skip
    def days_pass(self, days: int, opens: bool, keeps: int | None, looks: str | None, choice: str | None) -> None:
        """On each, Ana may open Kith, show up for one of her promises, and be looked at; at last she may answer."""
        for _ in range(days):
            if opens:
                self.stage.ana.get("/today")
            if keeps is not None:
                world.check_in(self.stage.ana, self.stage.habits[keeps], clock.now().date())
            self.stage.let_pass(24)
            if looks:
                self.a_witness_looks(looks)
        if choice:
            self.ana_answers_every_letter(choice)

    @rule()
    def ana_reads_everything(self) -> None:
        self.stage.read_everything()

    @rule(habit=habits, back=st.integers(0, 3), hours=st.integers(0, 40))
    def ana_posts(self, habit: int, back: int, hours: int) -> None:
        """Today, or for a day past, captured some hours ago and sent only now."""
        at = clock.now() - timedelta(hours=hours)
        day = at.date() - back * DAY
        world.check_in(self.stage.ana, self.stage.habits[habit], day, captured_at=at)

    @rule(habit=habits)
    def ana_undoes(self, habit: int) -> None:
        world.undo(self.stage.ana, self.stage.habits[habit], clock.now().date())

    @rule(habit=habits, back=st.integers(0, 1))
    def ana_rests(self, habit: int, back: int) -> None:
        first = clock.now().date() - back * DAY
        said = {"habit": self.stage.habits[habit], "first": str(first), "last": str(clock.now().date())}
        self.stage.ana.put(f"/rests/{world.ids.uuid7()}", said)

    @rule(zone=st.sampled_from(["Europe/Berlin", "Asia/Tokyo", "America/Los_Angeles"]))
    def ana_travels(self, zone: str) -> None:
        self.stage.ana.put("/me/clock", {"zone": zone})

    @rule(habit=habits, back=st.booleans())
    def ana_writes(self, habit: int, back: bool) -> None:
        if back:
            self.stage.ana.delete(f"/habits/{self.stage.habits[habit]}/blue-letter")
        self.stage.write(self.stage.habits[habit])

    @rule(choice=st.sampled_from(["open", "leave_closed"]))
    def ana_answers_every_letter(self, choice: str) -> None:
        for miss in self.stage.misses():
            answer = self.stage.ana.put(f"/misses/{miss['id']}/letter", {"choice": choice})
            if answer.status_code == 200 and choice == "open":
                assert datetime.fromisoformat(miss["opens_at"]) <= clock.now()
                assert answer.json()["text"]

    @rule(name=names)
    def a_witness_looks(self, name: str) -> None:
        for card in self.stage.doors[name].get("/rounds").json()["misses"]:
            self.stage.doors[name].put(f"/misses/{card['id']}/look")

    @rule(name=names, kind=st.sampled_from(["cheer", "let_go"]))
    def a_witness_answers(self, name: str, kind: str) -> None:
        body = {"kind": kind} | ({"preset": "hug"} if kind == "cheer" else {})
        for card in self.stage.doors[name].get("/rounds").json()["misses"]:
            self.stage.doors[name].put(f"/misses/{card['id']}/answer", body)

    @rule(name=names, habit=habits)
    def a_witness_writes_gold(self, name: str, habit: int) -> None:
        path = f"/habits/{self.stage.habits[habit]}/gold-letter"
        self.stage.doors[name].put(path, {"text": self.stage.canary()})

    @rule(name=names, how=st.sampled_from(["leave", "cheer", "refuse", "unfriend", "block"]))
    def a_witness_goes(self, name: str, how: str) -> None:
        door, ana = self.stage.doors[name], self.stage.ana
        person = self.stage.people[name].id
        for habit in self.stage.habits:
            if how == "leave":
                door.delete(f"/habits/{habit}/seat")
            elif how == "cheer":
                door.put(f"/habits/{habit}/seat", {"answer": "cheer"})
            elif how == "refuse":
                door.put(f"/habits/{habit}/seat", {"answer": "accept", "keeps_letter": False})
        if how == "unfriend":
            ana.delete(f"/friends/{person}")
        elif how == "block":
            ana.put(f"/blocks/{person}")
        self.stage.let_pass(0)

    @rule(name=names)
    def a_witness_comes_back(self, name: str) -> None:
        self.stage.seat(name)

    @invariant()
    def decided_is_decided_and_burnt_is_empty(self) -> None:
        for letter in SealedLetter.objects.all():
            assert (letter.state == "burnt") == (letter.text == "")
            before = self.decided.get(letter.pk)
            assert before in {None, letter.state}
            if letter.state in {"burnt", "opened"}:
                self.decided[letter.pk] = letter.state

    @invariant()
    def openings_are_a_week_apart(self) -> None:
        opened = SealedLetter.objects.filter(opened_at__isnull=False).order_by("opened_at")
        assert all(later - at >= 7 * DAY for at, later in pairwise(opened.values_list("opened_at", flat=True)))

    @invariant()
    def what_is_stored_is_what_is_folded(self) -> None:
        for one in SealedLetter.objects.select_related("miss__habit__owner"):
            known = Letter(LetterState(one.state), Burn(one.reason) if one.reason else None, one.left_closed_at)
            assert fold_letter(known, circumstances_of(one, now=clock.now()), clock.now()) == known
            assert one.next_at is None or one.next_at > clock.now()


@pytest.mark.django_db
def test_letters_whatever_happens() -> None:
    checks = list(HealthCheck)
    run_state_machine_as_test(
        Lives,
        settings=settings(
            max_examples=10, stateful_step_count=20, deadline=None, derandomize=True, database=None,
            suppress_health_check=checks,
        ),
    )  # fmt: skip
    assert {"opened", "burnt"} <= {state for state, _ in REACHED}, REACHED
    assert {"comeback", "bad_week", "unseen", "one_a_week"} <= {reason for _, reason in REACHED}, REACHED
