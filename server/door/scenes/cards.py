"""A friend's day, and a witness's card for an empty one: what is shown, and what may be said to it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from server.door.scenes.faces import Face, plain
from server.feed.printing import print_card
from server.feed.selectors.cards import Card
from server.feed.selectors.feed import Ranked
from server.feed.selectors.rounds import MissCard, Rounds
from server.people.models import Person
from server.people.selectors import person_clock
from shared import sentences as words
from shared.dates import date_line
from shared.days import habit_day
from shared.languages import say
from shared.limits import FACE
from shared.zones import load

LET_GO = "let_go"


@dataclass(frozen=True, slots=True)
class Reader:
    """By whose clock days are named: their present habit day, and their zone."""

    today: date
    zone: str


@dataclass(frozen=True, slots=True)
class Choice:
    kind: str
    said: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """Where one photo of the card is, and what is said of it to whoever doesn't see it."""

    date: str
    n: int
    label: str
    alt: str


@dataclass(frozen=True, slots=True)
class DayScene:
    habit_id: str
    date: str
    check_in: str
    person: Face
    title: str
    headline: str
    accent: str
    before: Shown | None
    now: Shown | None
    caption: str
    when: str
    choices: Sequence[Choice]
    by_face: bool
    """This viewer answered with their own face, on a phone."""
    why: str = ""
    """Why it stands where it stands, in a list."""


@dataclass(frozen=True, slots=True)
class MissScene:
    miss_id: UUID
    person: Face
    title: str
    headline: str
    detail: str
    until: str
    choices: Sequence[Choice]


def reader_of(person: Person, now: datetime) -> Reader:
    clock = person_clock(person.id)
    return Reader(habit_day(clock, now), clock.zone_at(now))


def day_scene(card: Card, reader: Reader) -> DayScene:
    """The same card the phone is told of: what others see carries no clock times."""
    told, name = print_card(card), card.check_in.owner.name
    day, number = card.check_in.date, words.day_label(card.day_number)
    caption = " · ".join(one for one in (words.amount(told["amount"], told["unit"]), told["caption"]) if one)
    answered = told["my_reaction"]
    return DayScene(
        habit_id=told["habit"]["id"], date=told["date"], check_in=told["check_in"], person=plain(card.check_in.owner),
        title=told["habit"]["title"], headline=words.their_day(name, card.day_number),
        accent="" if answered or told["answers_before_me"] else say(words.YOURE_FIRST), before=_before(card, name),
        now=_now(card, name, number), caption=caption,
        when=words.when(day, reader.today, told["part_of_day"], told["source"]), by_face=answered == FACE,
        choices=[Choice(kind, say(said), kind == answered) for kind, said in words.REACTIONS.items()],
    )  # fmt: skip


def listed_scene(ranked: Ranked, reader: Reader) -> DayScene:
    """A friend's day in the list of all."""
    why = words.why_here(ranked.why, ranked.card.check_in.date, reader.today)
    return replace(day_scene(ranked.card, reader), why=why)


def miss_scene(card: MissCard, reader: Reader) -> MissScene:
    """Cheer with one of four, or let it go; nothing has to be sent, and what doing nothing does is said."""
    miss, mine, name = card.miss, card.mine, card.miss.owner.name
    chosen = mine.preset or (LET_GO if mine.answer else "")
    said = {**words.CHEERS, LET_GO: words.LET_GO}
    return MissScene(
        miss_id=miss.id, person=plain(miss.owner), title=miss.habit.title,
        headline=words.empty_day_of(name, miss.date, reader.today),
        detail=words.if_you_do_nothing(name) if card.keeps_letter else say(words.NEVER_HAVE_TO),
        until=words.until(miss.opens_at.astimezone(load(reader.zone))),
        choices=[Choice(kind, say(label), kind == chosen) for kind, label in said.items()],
    )  # fmt: skip


def next_names(rounds: Rounds, *, besides: UUID | None = None) -> list[str]:
    """Whose days are still to be looked at, each once."""
    return list(dict.fromkeys(card.check_in.owner.name for card in rounds.cards if card.check_in.id != besides))


def _before(card: Card, name: str) -> Shown | None:
    """Day 1 beside today's photo, unless this is day 1."""
    if card.ends is None or card.ends.first.date == card.check_in.date:
        return None
    return _shown(card.ends.first.date, card.ends.first.n, words.day_label(1), name)


def _now(card: Card, name: str, number: str) -> Shown | None:
    return _shown(card.check_in.date, card.slots[0].n, number, name) if card.slots else None


def _shown(day: date, n: int, label: str, name: str) -> Shown:
    return Shown(
        day.isoformat(), n, label, say("{label}: {name}'s photo of {date}", label=label, name=name, date=date_line(day))
    )
