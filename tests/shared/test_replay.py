"""Faces turn in the order of the acts, each once, and end where they stand."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from shared.moods import Expression
from shared.replay import SECONDS, Acts, Turn, faces_before, not_shown, pause, turns_of

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
GREY, COLOUR, SMILING = Expression.GREY, Expression.COLOUR, Expression.SMILING


def _at(minutes: int) -> datetime:
    return NOON + timedelta(minutes=minutes)


def test_in_true_order_whoever_it_was() -> None:
    acts = [Acts("ben", _at(5), _at(9)), Acts("cleo", _at(2)), Acts("eve", _at(7), _at(7))]
    turns = [(turn.person_id, turn.to) for turn in turns_of(acts)]
    assert turns == [("cleo", COLOUR), ("ben", COLOUR), ("eve", SMILING), ("ben", SMILING)]


def test_what_was_shown_is_not_shown_once_more() -> None:
    acts = [Acts("ben", _at(5), _at(9)), Acts("cleo", _at(2))]
    shown = {turn.name for turn in turns_of(acts)[:2]}
    assert [turn.to for turn in not_shown(turns_of(acts), shown)] == [SMILING]
    assert faces_before(turns_of(acts), shown) == {"ben": COLOUR, "cleo": COLOUR}


def test_a_day_posted_anew_begins_grey() -> None:
    """The acts on what was taken back are gone; new ones have instants of their own."""
    shown = {turn.name for turn in turns_of([Acts("ben", _at(1), _at(2))])}
    anew = turns_of([Acts("ben", _at(30), _at(31))])
    assert not_shown(anew, shown) == anew
    assert faces_before(anew, shown) == {"ben": GREY}


def test_many_faces_take_no_longer() -> None:
    assert (pause(0), pause(1), pause(6)) == (0.0, 0.5, 0.5)
    assert all(count * pause(count) <= SECONDS + 1e-9 for count in range(1, 60))


MINUTES = st.none() | st.integers(0, 600).map(_at)
ACTS = st.lists(
    st.builds(Acts, person_id=st.sampled_from("abcdefgh"), looked_at=MINUTES, answered_at=MINUTES),
    unique_by=lambda act: act.person_id,
)


def _end(act: Acts) -> Expression:
    if act.answered_at:
        return SMILING
    return COLOUR if act.looked_at else GREY


@given(ACTS, st.data())
def test_however_often_one_looks_every_act_turns_its_face_once_and_each_ends_as_it_is(
    acts: list[Acts], data: st.DataObject
) -> None:
    turns = turns_of(acts)
    assert list(turns) == sorted(turns, key=lambda turn: turn.at), "true order"
    shown: set[str] = set()
    played: list[Turn] = []
    # The phone learns of the acts in the order they happened, and is opened now and then.
    for cut in [*sorted(data.draw(st.lists(st.integers(0, len(turns)), max_size=4))), len(turns)]:
        known = turns[:cut]
        fresh = not_shown(known, shown)
        faces = dict(faces_before(known, shown))
        for turn in fresh:
            assert faces[turn.person_id] != turn.to, "a face that does not change is not turned"
            faces[turn.person_id] = turn.to
        played += fresh
        shown |= {turn.name for turn in fresh}
    assert len({turn.name for turn in played}) == len(played)
    assert played == list(turns)
    assert {act.person_id: _end(act) for act in acts if _end(act) is not GREY} == dict(faces_before(turns, shown))
