"""The one thing Today says of letters, most urgent first."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from server.feed.selectors.misses import OwnMiss
from server.feed.selectors.today import Today
from server.letters.selectors.blue_letters import view_own_letter
from server.letters.selectors.gold_letters import opened_for
from shared import sentences as words
from shared.languages import say
from shared.letter_states import LetterState, burns_at
from shared.moods import Role
from shared.zones import load


@dataclass(frozen=True, slots=True)
class Band:
    """`kind`: asks, closed, on_its_way, gold or offer. `about`: the miss, the gold letter, or the habit."""

    kind: str
    about: UUID
    title: str
    detail: str = ""


def band_of(today: Today) -> Band | None:
    return _waiting(today) or _on_its_way(today) or _gold(today) or _offer(today)


def local(at: datetime, today: Today) -> datetime:
    """An instant on the owner's own clock."""
    return at.astimezone(load(today.history.clock.zone_at(today.now)))


def _waiting(today: Today) -> Band | None:
    own = today.waiting_letter
    if own is None or own.letter is None:
        return None
    if own.letter.state != LetterState.CLOSED:
        return Band("asks", own.miss.id, words.asked_to_keep(_keeper(own)))
    burns = local(burns_at(own.miss.opens_at, own.letter.left_closed_at), today)
    return Band("closed", own.miss.id, say(words.LETTER_CLOSED), words.stays_closed(burns))


def _on_its_way(today: Today) -> Band | None:
    own = today.miss
    if own is None or own.letter is None or own.letter.state != LetterState.SEALED:
        return None
    return Band(
        "on_its_way", own.miss.id, words.keeping(_keeper(own)), words.on_its_way(local(own.miss.opens_at, today))
    )


def _keeper(own: OwnMiss) -> str:
    return own.keeper.name if own.keeper else ""


def _gold(today: Today) -> Band | None:
    """One that opened with today's check-in: later it lies among the letters."""
    letter = opened_for(today.habit.owner).filter(habit=today.habit, thanked_at__isnull=True).last()
    if (
        letter is None
        or not today.done
        or letter.opened_at is None
        or local(letter.opened_at, today).date() < today.day
    ):
        return None
    return Band("gold", letter.id, words.gold_ready(letter.writer.name), f"{words.your_photo(letter.milestone)}.")


def _offer(today: Today) -> Band | None:
    """Quietly, on a day that is in, while there is somebody to keep it."""
    keepers = [seat for seat in today.seats if seat.role == Role.WITNESS]
    if not today.done or today.miss is not None or not keepers:
        return None
    if not view_own_letter(today.habit, now=today.now).offered:
        return None
    return Band("offer", today.habit.id, say(words.LETTER_OFFER), words.offer_detail(keepers[0].person.name))
