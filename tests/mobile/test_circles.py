"""Circles on the phone: made, renamed, given up and shown a habit, offline first."""

from mobile.app_core import Core
from shared.codes import SENTENCES, Code
from tests.mobile.stage import Stage


def names(core: Core) -> list[tuple[str, list[str], bool]]:
    return [(one.name, [face.name for face in one.faces], one.shown) for one in core.circles.state.circles]


def test_a_circle_is_named_and_filled_offline_and_told_later(stage: Stage) -> None:
    habit = stage.habit(kept=3)
    core = stage.synced(stage.ana)
    stage.server.offline = True
    core.circles.open(habit)
    core.circles.start()
    core.circles.set_name("  Gym ")
    core.circles.toggle(stage.ben)
    core.circles.toggle(stage.cleo)
    core.circles.save()
    assert core.circles.state.draft is None
    assert names(core) == [("Gym", ["Ben", "Cleo"], False)]
    stage.server.offline = False
    core.engine.run_once()
    assert names(core) == [("Gym", ["Ben", "Cleo"], False)]
    assert [circle["name"] for circle in stage.server.world.circles.values()] == ["Gym"]


def test_a_habit_is_shown_to_a_circle_and_hidden(stage: Stage) -> None:
    habit = stage.habit(kept=3, crowd=False)
    core = stage.synced(stage.ana)
    core.circles.open(habit)
    core.circles.start()
    core.circles.set_name("Gym")
    core.circles.toggle(stage.ben)
    core.circles.save()
    (circle,) = core.circles.state.circles
    core.circles.show_habit(circle.id)
    assert names(core) == [("Gym", ["Ben"], True)]
    core.engine.run_once()
    assert names(core) == [("Gym", ["Ben"], True)]
    assert [seat["role"] for seat in stage.server.world.habits[habit]["seats"]] == ["gallery"]
    core.circles.show_habit(circle.id)
    core.engine.run_once()
    assert names(core) == [("Gym", ["Ben"], False)]
    assert stage.server.world.habits[habit]["seats"] == []


def test_a_circle_is_renamed_and_given_up(stage: Stage) -> None:
    core = stage.synced(stage.ana)
    core.circles.start()
    core.circles.set_name("Gym")
    core.circles.save()
    core.engine.run_once()
    (circle,) = core.circles.state.circles
    core.circles.edit(circle.id)
    core.circles.set_name("Writers")
    core.circles.toggle(stage.cleo)
    core.circles.save()
    assert names(core) == [("Writers", ["Cleo"], False)]
    core.circles.edit(circle.id)
    core.circles.give_up()
    assert names(core) == []
    core.engine.run_once()
    assert (names(core), stage.server.world.circles) == ([], {})


def test_a_circle_needs_a_name(stage: Stage) -> None:
    core = stage.synced(stage.ana)
    core.circles.start()
    core.circles.set_name("   ")
    core.circles.save()
    assert core.circles.state.problem == SENTENCES[Code.INVALID]
    assert core.circles.state.draft is not None
    core.circles.close()
    assert core.circles.state.draft is None
