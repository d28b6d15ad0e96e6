"""What happened around today while its owner looked elsewhere, and remembering that it was shown."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mobile.presenters.notes import notes_of
from mobile.presenters.reading import Reading
from mobile.presenters.views import FaceTurn, FaceView
from mobile.store import kv
from shared.moods import Expression
from shared.replay import Acts, Turn, faces_before, not_shown, turns_of


@dataclass(frozen=True, slots=True)
class Replay:
    """`faces` are how they stood; `turns` are what happened since, in true order."""

    faces: tuple[FaceView, ...] = ()
    turns: tuple[FaceTurn, ...] = ()


def replay_of(db: sqlite3.Connection, reading: Reading, faces: tuple[FaceView, ...]) -> Replay:
    """What is still to be shown of today. While an empty day is open, faces speak of it, and nothing is replayed."""
    turns = _turns(reading)
    fresh = not_shown(turns, _shown(db, reading))
    if reading.miss is not None or not fresh:
        return Replay()
    stood = faces_before(turns, _shown(db, reading))
    return Replay(
        tuple(_standing(face, stood.get(face.person_id, face.expression)) for face in faces),
        _face_turns(fresh, faces),
    )


def remember_shown(db: sqlite3.Connection, reading: Reading) -> None:
    """Everything that has happened so far was on the screen. One row a habit: older days are not replayed."""
    kv.put(db, _key(reading), json.dumps([turn.name for turn in _turns(reading)]))


def _turns(reading: Reading) -> tuple[Turn, ...]:
    if reading.check_in is None:
        return ()
    return turns_of(Acts(member.id, member.looked_at, member.answered_at) for member in reading.crowd)


def _key(reading: Reading) -> str:
    return f"turned/{reading.habit['id']}"


def _shown(db: sqlite3.Connection, reading: Reading) -> frozenset[str]:
    return frozenset(json.loads(kv.get(db, _key(reading), "[]")))


def _standing(face: FaceView, expression: Expression) -> FaceView:
    smiles = expression is Expression.SMILING
    badge, picture = (face.badge, face.picture) if smiles else (None, None)
    return replace(face, expression=expression, badge=badge, picture=picture)


def _face_turns(turns: Sequence[Turn], faces: Sequence[FaceView]) -> tuple[FaceTurn, ...]:
    """Each friend has a note, which sounds as they answer; the last one to answer completes the chord."""
    by_id = {face.person_id: face for face in faces}
    notes = notes_of(by_id)
    everyone = all(face.expression is Expression.SMILING for face in faces)
    answers = [turn for turn in turns if turn.to is Expression.SMILING]
    completes = answers[-1] if answers and everyone else None
    return tuple(
        FaceTurn(
            _standing(by_id[turn.person_id], turn.to),
            note=notes[turn.person_id] if turn in answers else None,
            chord=turn == completes,
        )
        for turn in turns
        if turn.person_id in by_id
    )
