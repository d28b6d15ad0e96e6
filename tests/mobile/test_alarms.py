"""The phone's own alarms: they follow what is known here, and nothing rings that was done, rested or rung."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from mobile.actions.alarms import AT_ONCE_MAX
from mobile.app_core import Core
from mobile.device.protocols import Rings
from shared.ids import reminder_id
from tests.mobile.stage import DAY, NOON, TODAY, Stage

EIGHT_PM = 20 * 60


@dataclass
class AlarmClock:
    """The alarms of one phone, as its system keeps them."""

    lets: Rings = Rings.ON_TIME
    set_for: dict[UUID, tuple[datetime, str]] = field(default_factory=dict)
    told: int = 0
    asked: int = 0
    opened: int = 0
    answer: Callable[[], None] = lambda: None

    def set(self, alarm: UUID, at: datetime, text: str) -> None:
        self.set_for[alarm] = (at, text)
        self.told += 1

    def cancel(self, alarm: UUID) -> None:
        self.set_for.pop(alarm)
        self.told += 1

    def rings(self) -> Rings:
        return self.lets

    def ask(self, on_answer: Callable[[], None]) -> None:
        self.asked += 1
        self.answer = on_answer

    def settings(self, on_answer: Callable[[], None]) -> None:
        self.opened += 1
        self.answer = on_answer

    @property
    def instants(self) -> list[datetime]:
        return sorted(at for at, _ in self.set_for.values())

    def next_after(self, now: datetime) -> datetime:
        return next(instant for instant in self.instants if instant > now)

    @property
    def texts(self) -> list[str]:
        return [text for _, text in sorted(self.set_for.values())]


def at(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def ringing(stage: Stage, alarms: AlarmClock, name: str = "phone") -> Core:
    core = stage.phone_of(stage.ana, name, alarms=alarms)
    core.engine.run_once()
    return core


def with_reminders(stage: Stage, *minutes: int, **more: object) -> str:
    habit = stage.habit(**more)  # type: ignore[arg-type]
    stage.server.world.habits[habit]["reminders"] = sorted(minutes)
    return habit


def test_a_week_is_set_and_moves_with_what_is_done(stage: Stage) -> None:
    habit, alarms = with_reminders(stage, EIGHT_PM, kept=3), AlarmClock()
    core = ringing(stage, alarms)
    week = [at(TODAY + offset * DAY, 20) for offset in range(7)]
    assert alarms.instants == week
    assert set(alarms.set_for) == {reminder_id(UUID(habit), TODAY + offset * DAY, 0) for offset in range(7)}
    stage.server.offline = True
    core.today.tick()
    assert alarms.instants == week[1:]
    core.today.undo_today()
    assert alarms.instants == week


def test_nothing_is_told_twice(stage: Stage) -> None:
    with_reminders(stage, EIGHT_PM)
    alarms = AlarmClock()
    core = ringing(stage, alarms)
    told = alarms.told
    core.me.set_calm(True)
    core.ringing.follow()
    ringing(stage, alarms)
    assert alarms.told == told == 7


def test_rest_is_quiet_and_so_is_a_phone_nobody_is_signed_in_on(stage: Stage) -> None:
    with_reminders(stage, EIGHT_PM)
    alarms = AlarmClock()
    core = ringing(stage, alarms)
    core.today.rest_today()
    assert alarms.instants == []
    core.today.end_rest()
    assert len(alarms.instants) == 7
    core.me.sign_out()
    assert alarms.instants == []


def test_the_line_names_a_witness_for_today_only_and_nothing_its_owner_keeps_to_themselves(stage: Stage) -> None:
    habit, alarms = with_reminders(stage, EIGHT_PM, kept=3), AlarmClock()
    for day in (TODAY - DAY, TODAY):
        stage.server.world.look(stage.ben, habit, day)
    core = ringing(stage, alarms)
    assert alarms.texts[:2] == ["Morning run? Ben will see it.", "Morning run? Any time before you sleep."]
    stage.server.world.habits[habit]["sensitive"] = True
    stage.server.world.note(stage.ana, "habit", habit)
    core.engine.run_once()
    assert alarms.texts[1] == "Today? Any time before you sleep."


def test_after_a_journey_alarms_follow_the_wall_clock_and_none_comes_a_second_time(stage: Stage) -> None:
    with_reminders(stage, EIGHT_PM)
    alarms = AlarmClock()
    core = ringing(stage, alarms)
    stage.clocks[f"{stage.ana}-phone"].at_zone = "Asia/Tokyo"
    core.engine.run_once()
    # At noon in London it is past eight in Tokyo: today's comes no more.
    assert alarms.instants[0] == at(TODAY + DAY, 11)
    stage.time.move_to(at(TODAY + DAY, 12))
    stage.clocks[f"{stage.ana}-phone"].at_zone = "America/New_York"
    core.engine.run_once()
    # It rang in Tokyo; that New York has yet to reach eight changes nothing.
    assert alarms.next_after(stage.time.instant) == at(TODAY + 3 * DAY, 1)


def test_another_time_for_a_reminder_rings_although_the_first_one_did(stage: Stage) -> None:
    habit, alarms = with_reminders(stage, 13 * 60), AlarmClock()
    core = ringing(stage, alarms)
    stage.time.move_to(NOON + timedelta(hours=2))
    stage.server.world.habits[habit]["reminders"] = [EIGHT_PM]
    stage.server.world.note(stage.ana, "habit", habit)
    core.engine.run_once()
    assert alarms.next_after(stage.time.instant) == at(TODAY, 20)


def test_a_phone_is_never_given_more_than_it_keeps(stage: Stage) -> None:
    for number in range(8):
        with_reminders(stage, *range(780, 785), title=f"Habit {number}")
    alarms = AlarmClock()
    ringing(stage, alarms)
    assert len(alarms.set_for) == AT_ONCE_MAX
    assert alarms.instants[-1] < at(TODAY + 3 * DAY, 0)


def test_a_machine_without_alarms_keeps_none_in_mind(stage: Stage) -> None:
    with_reminders(stage, EIGHT_PM)
    core = stage.synced(stage.ana)
    core.ringing.follow()
    alarms = AlarmClock()
    ringing(stage, alarms).ringing.follow()
    assert len(alarms.set_for) == 7


def test_ringing_is_asked_for_when_a_reminder_is_wanted_and_not_before(stage: Stage) -> None:
    alarms = AlarmClock(lets=Rings.NOT)
    core = ringing(stage, alarms)
    core.promise.open()
    core.promise.set_reminder(None)
    assert (alarms.asked, core.promise.state.rings) == (0, "")
    core.promise.set_reminder(EIGHT_PM)
    assert alarms.asked == 1
    assert "nothing rings here" in core.promise.state.rings
    alarms.lets = Rings.ABOUT
    alarms.answer()
    assert "few minutes late" in core.promise.state.rings
    alarms.lets = Rings.ON_TIME
    core.promise.set_reminder(EIGHT_PM)
    assert (alarms.asked, core.promise.state.rings) == (1, "")


def test_whoever_thinks_better_of_it_allows_it_in_the_settings(stage: Stage) -> None:
    habit, alarms = with_reminders(stage, EIGHT_PM), AlarmClock(lets=Rings.NOT)
    core = ringing(stage, alarms)
    core.change.open(habit)
    core.change.toggle_reminder(7 * 60)
    core.promise.open()
    core.promise.set_reminder(EIGHT_PM)
    for page in (core.change, core.promise):
        alarms.lets = Rings.NOT
        page.open_settings()
        assert "nothing rings here" in page.state.rings
        alarms.lets = Rings.ON_TIME
        alarms.answer()
        assert page.state.rings == ""
    assert alarms.opened == 2


def test_so_it_is_when_a_promise_is_changed(stage: Stage) -> None:
    habit, alarms = with_reminders(stage, EIGHT_PM), AlarmClock(lets=Rings.ABOUT)
    core = ringing(stage, alarms)
    core.change.open(habit)
    core.change.toggle_reminder(EIGHT_PM)
    assert (alarms.asked, core.change.state.rings) == (0, "")
    core.change.toggle_reminder(7 * 60)
    assert (alarms.asked, "few minutes late" in core.change.state.rings) == (1, True)
    alarms.lets = Rings.ON_TIME
    alarms.answer()
    assert core.change.state.rings == ""
    core.change.save()
    assert alarms.instants[0] == at(TODAY + DAY, 7)
