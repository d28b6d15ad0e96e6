"""Whatever people do and in whatever order: who is told nothing of a miss can't tell two worlds apart.

After every step, every push and notice to them is the same in both; and whenever one of them listens, so are the
bytes, headers and number of queries of every answer there is. A life that fails is printed as it was lived: making it
shorter would take longer than reading it.
"""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from server.comments.models import Comment
from server.habits.models import Miss
from server.letters.models import SealedLetter
from shared import clock, ids
from tests.journeys import secret_deeds
from tests.journeys.prying import Try
from tests.journeys.twins import DAY, GALLERY, OUTSIDE, WITNESSES, Twin, Twins
from tests.server import world

BEGIN = datetime(2026, 3, 2, 9, tzinfo=UTC)
ENDINGS = ("end seat", "unfriend", "block", "restrict")
habits, back, witnesses = st.sampled_from([0, 1]), st.integers(0, 2), st.sampled_from(WITNESSES)
REACHED: Counter[str] = Counter()
"""What became of misses and letters: worlds that never differ would show nothing."""


class TwoWorlds(RuleBasedStateMachine):
    is_over = False

    @initialize(rests=st.booleans())
    def begin(self, rests: bool) -> None:
        """Every life has a letter and a missed day behind it, there; Ben has seen it, and what Cleo writes is held.

        Then Ana comes back, or the letter opens.
        """
        self.twins = Twins(BEGIN, rests)
        for shown in ((1, 1), (0, 1)):
            self.days_pass(1, shown, True)
        self.twins.let_pass(3)
        self.twins.secretly(lambda twin: secret_deeds.see(twin, "Ben"))
        self.somebody_outside_acts("Cleo", 0, 2, "comment")
        (comment,) = Comment.objects.filter(arrived_at__isnull=True)
        assert comment.check_in.owner == self.twins.there.people["Ana"]
        if rests:
            self.ana_shows(0, 0, 0, "a tick")
        else:
            self.days_pass(2, (0, 1), True)
            self.twins.secretly(lambda twin: secret_deeds.open_letters(twin, 0, ""))

    def teardown(self) -> None:
        try:
            self.some_read_everything({"Cleo", "Gil", "Rae", "Eve"})
            self._remember()
        finally:
            self.twins.close()

    def _remember(self) -> None:
        ana, ana_there = (twin.people["Ana"] for twin in (self.twins.here, self.twins.there))
        here, there = ({*Miss.objects.filter(owner=one).values_list("date", "state")} for one in (ana, ana_there))
        REACHED.update(state for _, state in there - here)
        sealed = SealedLetter.objects.filter(miss__owner=ana_there)
        REACHED.update(f"{state} {reason}".strip() for state, reason in sealed.values_list("state", "reason"))

    # What everybody may know of.

    @rule(
        habit=habits, nights=st.sampled_from([4, 1, 2]), opens=st.sampled_from([True, True, False]), sees=witnesses,
        then=st.sampled_from([secret_deeds.open_letters, *secret_deeds.OF_WITNESS]),
    )  # fmt: skip
    def a_day_stays_empty(
        self, habit: int, nights: int, opens: bool, sees: str, then: secret_deeds.OfAna
    ) -> None:  # fmt: skip
        """Rested here, missed there, where a witness sees it and it is answered. The other habit is kept."""
        for _ in range(nights):
            self._rest_here(habit)
            self.ana_shows(1 - habit, 0, 0, "a tick")
            self._night(opens)
            self.twins.secretly(lambda twin: secret_deeds.see(twin, sees))
        self.twins.secretly(lambda twin: then(twin, habit, sees))

    @rule(days=st.integers(1, 6), shown=st.sampled_from([(1, 1), (1, 0), (0, 0)]), opens=st.booleans())
    def days_pass(self, days: int, shown: tuple[int, int], opens: bool) -> None:
        for _ in range(days):
            for habit in (0, 1):
                if shown[habit]:
                    self.ana_shows(habit, 0, 0, "a tick")
                else:
                    self._rest_here(habit)
            self._night(opens)

    def _rest_here(self, habit: int) -> None:
        here, today = self.twins.here, clock.now().date()
        if self.twins.rests and here.room(habit) > 1:
            self.twins.only_here(lambda twin: world.rest(twin.ana, today, today, twin.habits[habit]))

    def _night(self, opens: bool) -> None:
        if opens:
            self.twins.secretly(lambda twin: twin.ana.get("/today"))
        self.twins.let_pass(24)

    @rule(hours=st.sampled_from([1, 5, 13]))
    def hours_pass(self, hours: int) -> None:
        self.twins.let_pass(hours)

    @rule(
        habit=habits, back=back, hours=st.integers(0, 40),
        what=st.sampled_from(["a tick", "a photo", "with a wrong clock", "no more"]),
    )  # fmt: skip
    def ana_shows(self, habit: int, back: int, hours: int, what: str) -> None:
        """For today or a day past, captured some hours ago and sent only now."""
        at = clock.now() - timedelta(hours=hours)
        day = at.date() - back * DAY
        sent = clock.now() + timedelta(hours=17 if what == "with a wrong clock" else 0)
        said = {"captured_at": sent - timedelta(hours=hours), "sent_at": sent}
        if what == "a photo":
            self.twins.both(lambda twin: twin.show(habit))
        elif what == "no more":
            self.twins.alike(lambda twin: world.undo(twin.ana, twin.habits[habit], day))
        else:
            self.twins.alike(lambda twin: world.check_in(twin.ana, twin.habits[habit], day, **said))

    @rule(zone=st.sampled_from(["Europe/Berlin", "Asia/Tokyo", "America/Los_Angeles"]), start=st.sampled_from([0, 240]))
    def ana_travels(self, zone: str, start: int) -> None:
        self.twins.alike(lambda twin: twin.ana.put("/me/clock", {"zone": zone, "day_start": start}))

    @rule(who=st.sampled_from(OUTSIDE), habit=habits, back=back, kind=st.sampled_from(["heart", "look", "comment"]))
    def somebody_outside_acts(self, who: str, habit: int, back: int, kind: str) -> None:
        """It stays done, what is answered to it is the same, and Ana thanks."""
        day = f"days/{clock.now().date() - back * DAY}"
        what, said = {
            "heart": (lambda: "reaction", {"kind": "heart"}), "look": (lambda: "look", {}),
            "comment": (lambda: f"comments/{ids.uuid7()}", {"text": "Well"}),
        }[kind]  # fmt: skip
        path: Callable[[Twin], str] = lambda twin: f"/habits/{twin.habits[habit]}/{day}"  # noqa: E731
        self.twins.do_alike(who, lambda twin: Try(kind, "put", f"{path(twin)}/{what()}", said))
        self.twins.alike(lambda twin: twin.ana.put(f"{path(twin)}/thanks/{twin.people[who].id}", {}))

    @rule(who=st.sampled_from(GALLERY), how=st.sampled_from([*ENDINGS, "lift", "come back"]))
    def ana_keeps_a_friend_otherwise(self, who: str, how: str) -> None:
        self.twins.both(lambda twin: twin.part(who, how, "gallery"))

    @rule(names=st.sets(st.sampled_from(["Cleo", "Gil", "Eve"])))
    def ana_picks_her_circle(self, names: set[str]) -> None:
        self.twins.both(lambda twin: twin.gather(*sorted(names)))

    @rule(who=witnesses, how=st.sampled_from([*ENDINGS, "leave", "come back", "come back"]))
    def a_witness_goes_or_comes(self, who: str, how: str) -> None:
        """Without a seat they are somebody outside from now on, whatever they were told before."""
        self.twins.both(lambda twin: twin.part(who, how, "witness"))
        self.twins.let_pass(0)
        self.twins.follow(who, gone=how != "come back")

    @precondition(lambda self: not self.is_over)
    @rule(days=st.integers(0, 8))
    def a_season_goes_by(self, days: int) -> None:
        """Both are over, perhaps for some days."""
        self.is_over = True
        self.twins.let_pass(24 * max(0, self.twins.here.room(0) + 1 + days))

    @rule(habit=habits, choice=st.sampled_from(["once more", "done", "in_earnest"]))
    def ana_says_how_it_goes_on(self, habit: int, choice: str) -> None:
        self.twins.alike(lambda twin: twin.answer_season(habit, choice))
        for who in WITNESSES:
            self.twins.follow(who, gone=False)

    # What only Ana and her witnesses may know.

    @rule(what=st.sampled_from(secret_deeds.OF_ANA), habit=habits, who=st.sampled_from(GALLERY))
    def ana_does_what_nobody_sees(self, what: secret_deeds.OfAna, habit: int, who: str) -> None:
        self.twins.secretly(lambda twin: what(twin, habit, who))

    @rule(what=st.sampled_from(secret_deeds.OF_WITNESS), habit=habits, who=witnesses)
    def a_witness_does_what_ana_alone_sees(self, what: secret_deeds.OfAna, habit: int, who: str) -> None:
        self.twins.secretly(lambda twin: what(twin, habit, who))

    # What everybody outside hears.

    @rule(who=st.sampled_from([*OUTSIDE, "Nobody"]))
    def somebody_tries_everything(self, who: str) -> None:
        self.twins.hear_alike(who, lambda one: True)

    @rule(names=st.sets(st.sampled_from([*OUTSIDE, "Nobody"]), min_size=2, max_size=3))
    def some_read_everything(self, names: set[str]) -> None:
        for who in sorted(names | {*self.twins.apart}):
            self.twins.hear_alike(who, lambda one: one.reads)
        self.twins.guests_alike()

    @invariant()
    def whoever_is_outside_is_told_the_same(self) -> None:
        here, there = self.twins.here, self.twins.there
        assert self.twins.rung(here) == self.twins.rung(there)
        assert self.twins.told(here) == self.twins.told(there)


@pytest.mark.django_db
def test_two_worlds_whatever_happens(settings: Any) -> None:
    settings.EXPORT_RESERVE = 0
    run_state_machine_as_test(
        TwoWorlds,
        settings=hypothesis_settings(
            max_examples=6, stateful_step_count=10, deadline=None, derandomize=True, database=None,
            suppress_health_check=list(HealthCheck), phases=[Phase.generate], report_multiple_bugs=False,
        ),
    )  # fmt: skip
    assert {"returned", "passed", "opened", "burnt comeback"} <= {*REACHED}, REACHED


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["gallery", "witness"])
def test_whom_ana_restricts_is_answered_like_whom_she_removed(settings: Any, role: str) -> None:
    """Whatever they try: a seat that shows nothing for now is as good as none."""
    settings.EXPORT_RESERVE = 0
    twins = Twins(BEGIN, rests=False, alike_at_first=True)
    try:
        who = {"gallery": "Rex", "witness": "Ben"}[role]
        for twin in (twins.here, twins.there):
            twin.priers[who].door.get("/today")
        twins.both(lambda twin: twin.part(who, "end seat" if twin is twins.here else "restrict", role))
        twins.let_pass(1)
        twins.follow(who, gone=True)
        twins.hear_alike(who, lambda one: True)
    finally:
        twins.close()
