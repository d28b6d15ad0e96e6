"""What happened around a day while its owner looked elsewhere: friends' acts, as faces that turn in true order."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from shared.moods import Expression

SECONDS = 3.0
"""All of it takes no longer."""
PAUSE = 0.5
"""Seconds between two faces, where there are few."""


@dataclass(frozen=True, slots=True, order=True)
class Turn:
    """One face turning at the instant of one act. Two acts at one instant turn in the order of their people."""

    at: datetime
    person_id: str
    to: Expression

    @property
    def name(self) -> str:
        """What this happening is called, for ever: the same act is never shown twice."""
        return f"{self.person_id}/{self.to}/{self.at.isoformat()}"


@dataclass(frozen=True, slots=True)
class Acts:
    """When one person looked and when they answered (instants, or None). Answering is looking, too."""

    person_id: str
    looked_at: datetime | None = None
    answered_at: datetime | None = None


def turns_of(acts: Iterable[Acts]) -> tuple[Turn, ...]:
    """Every turn these acts made, in true order. Whoever answered at once went straight to a smile."""
    turns = []
    for act in acts:
        if act.looked_at is not None and (act.answered_at is None or act.looked_at < act.answered_at):
            turns.append(Turn(act.looked_at, act.person_id, Expression.COLOUR))
        if act.answered_at is not None:
            turns.append(Turn(act.answered_at, act.person_id, Expression.SMILING))
    return tuple(sorted(turns))


def not_shown(turns: Iterable[Turn], shown: Collection[str]) -> tuple[Turn, ...]:
    """Those still to be shown; `shown` are names of turns. A look is old news once that person's answer was shown."""
    turns = tuple(turns)
    smiling = {turn.person_id for turn in turns if turn.to is Expression.SMILING and turn.name in shown}
    fresh = [turn for turn in turns if turn.name not in shown]
    return tuple(turn for turn in fresh if turn.to is Expression.SMILING or turn.person_id not in smiling)


def faces_before(turns: Iterable[Turn], shown: Collection[str]) -> Mapping[str, Expression]:
    """How each of these people's faces stood when the owner last saw it."""
    turns = tuple(turns)
    stood = {turn.person_id: Expression.GREY for turn in turns}
    return stood | {turn.person_id: turn.to for turn in turns if turn.name in shown}


def pause(count: int) -> float:
    """Seconds from one turn to the next, when there are this many."""
    return min(PAUSE, SECONDS / count) if count else 0.0
