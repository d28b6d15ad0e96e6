"""What happened while Ana was away: told once, in true order, offline too."""

from datetime import timedelta

from mobile.app_core import Core
from mobile.presenters.notes import COUNT, notes_of
from shared.ids import uuid7
from shared.moods import Expression, Role
from tests.mobile.stage import TODAY, Stage

MINUTE = timedelta(minutes=1)
COLOUR, SMILING, GREY = Expression.COLOUR, Expression.SMILING, Expression.GREY


def _posted(stage: Stage) -> tuple[Core, str]:
    habit = stage.habit(kept=3)
    core = stage.synced(stage.ana)
    core.today.tick()
    core.engine.run_once()
    return core, habit


def _happens(stage: Stage, habit: str, *acts: tuple[str, str]) -> None:
    """(person, "look" or a reaction), a minute apart."""
    for person, act in acts:
        stage.time.advance(MINUTE)
        if act == "look":
            stage.server.world.look(person, habit, TODAY.isoformat())
        else:
            stage.server.world.react(person, habit, TODAY.isoformat(), act)


def _turns(core: Core) -> list[tuple[str, Expression]]:
    return [(turn.face.name, turn.face.expression) for turn in core.today.state.replay]


def test_faces_turn_in_the_order_of_the_acts(stage: Stage) -> None:
    core, habit = _posted(stage)
    assert core.today.state.replay == ()
    _happens(stage, habit, (stage.cleo, "look"), (stage.ben, "look"), (stage.cleo, "fire"), (stage.ben, "proud"))
    core.engine.run_once()
    assert _turns(core) == [("Cleo", COLOUR), ("Ben", COLOUR), ("Cleo", SMILING), ("Ben", SMILING)]
    assert {face.expression for face in core.today.state.replay_from} == {GREY}
    assert {face.expression for face in core.today.state.faces} == {SMILING}, "it ends where the faces stand"


def test_it_is_told_once(stage: Stage) -> None:
    core, habit = _posted(stage)
    _happens(stage, habit, (stage.ben, "look"))
    core.engine.run_once()
    core.today.replayed()
    assert core.today.state.replay == ()
    _happens(stage, habit, (stage.ben, "proud"))
    core.engine.run_once()
    assert _turns(core) == [("Ben", SMILING)]
    assert next(face.expression for face in core.today.state.replay_from if face.name == "Ben") is COLOUR
    core.today.replayed()
    core.engine.run_once()
    assert core.today.state.replay == ()


def test_a_phone_without_a_network_replays_what_it_has_and_a_killed_one_nothing_twice(stage: Stage) -> None:
    core, habit = _posted(stage)
    _happens(stage, habit, (stage.ben, "proud"))
    core.engine.run_once()
    stage.server.offline = True
    anew = stage.phone_of(stage.ana)
    assert _turns(anew) == [("Ben", SMILING)]
    anew.today.replayed()
    assert stage.phone_of(stage.ana).today.state.replay == ()


def test_each_friend_has_a_note_and_the_last_answer_completes_the_chord(stage: Stage) -> None:
    core, habit = _posted(stage)
    _happens(stage, habit, (stage.ben, "look"), (stage.cleo, "fire"))
    core.engine.run_once()
    look, answer = core.today.state.replay
    assert (look.note, look.chord) == (None, False), "a look is quiet"
    assert answer.note is not None
    assert not answer.chord, "Ben has not answered"
    core.today.replayed()
    _happens(stage, habit, (stage.ben, "proud"))
    core.engine.run_once()
    (last,) = core.today.state.replay
    assert last.chord
    assert last.note not in (None, answer.note)


def test_notes_are_always_the_same_and_no_two_alike_while_there_are_enough() -> None:
    people = [str(uuid7()) for _ in range(COUNT)]
    notes = notes_of(people)
    assert sorted(notes.values()) == list(range(COUNT))
    assert notes_of(reversed(people)) == notes
    assert set(notes_of([*people, str(uuid7())]).values()) == set(range(COUNT))


def test_an_empty_day_is_not_replayed(stage: Stage) -> None:
    """Faces that look down speak of the miss; nothing of that is a show."""
    habit = stage.habit(kept=9, until=TODAY - timedelta(days=2))
    core = stage.synced(stage.ana)
    stage.server.world.sweep()
    miss = next(iter(stage.server.world.misses))
    stage.server.world.look_at_miss(stage.ben, miss)
    core.engine.run_once()
    assert core.today.state.habit_id == habit
    assert core.today.state.replay == ()


def test_a_face_that_joins_later_turns_like_the_others(stage: Stage) -> None:
    core, habit = _posted(stage)
    stage.server.world.befriend(stage.ana, stage.dan)
    stage.server.world.seat(habit, stage.dan, Role.GALLERY)
    _happens(stage, habit, (stage.dan, "heart"))
    core.engine.run_once()
    assert _turns(core) == [("Dan", SMILING)]
