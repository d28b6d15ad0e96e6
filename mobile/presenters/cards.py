"""Friends' check-ins, and a witness's card for an empty day, as cards."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from mobile.presenters import copy, pictures
from mobile.presenters.anchors import card_anchor
from mobile.presenters.rounds_state import AnsweredMiss, CardKind, CardView, ReactionChoice, SaidView
from mobile.presenters.their_days import day_of_card
from mobile.presenters.views import FaceView, PhotoView
from mobile.store import beside, instants
from mobile.store.database import Body, Store
from mobile.store.outbox import Command, Kind
from shared.languages import say
from shared.moods import Expression
from shared.ranking import Why

LET_GO = "let_go"


def check_in_card(
    store: Store, card: Body, *, today: date, reaction: str | None, still: bool = False, said: Iterable[Body] = ()
) -> CardView:  # fmt: skip
    """`reaction` is my own, and `said` what I wrote, unsent ones included; `still`: nothing moves by itself."""
    habit, day = card["habit"], date.fromisoformat(card["date"])
    number = copy.day_label(card["day_number"])
    return CardView(
        kind=CardKind.CHECK_IN,
        id=card["check_in"],
        person=_face(card["person"], Expression.COLOUR),
        habit_title=habit["title"],
        headline=copy.their_day(card["person"]["name"], card["day_number"]),
        accent="" if reaction or card["answers_before_me"] else say(copy.YOURE_FIRST),
        anchor=card_anchor(store, card, still=still),
        photo=_photo(store, card, number),
        caption=pictures.words(card, card["unit"]),
        when=copy.when(day, today, card["part_of_day"], card["source"]),
        choices=tuple(ReactionChoice(kind, say(label), kind == reaction) for kind, label in copy.REACTIONS.items()),
        day=day_of_card(card),
        may_write=bool(card.get("may_write")),
        said=tuple(SaidView(one["id"], one["text"]) for one in said),
        own_picture_beside=(card.get("anchor") or {}).get("kind") == beside.PICTURE,
    )


def ranked_card(card: CardView, why: Why, *, less: bool, day: date, today: date) -> CardView:
    """With why it stands where it stands; `less`: I asked for less of its habit."""
    return replace(card, why=copy.why_here(why, day, today), less=less)


def my_miss_answer(card: Body, waiting: list[Command]) -> Body:
    """What I said about an empty day, the last unsent change included; empty when nothing."""
    said = [c.body for c in waiting if c.kind is Kind.ANSWER_MISS and c.target["miss"] == card["id"]]
    answer: Body = said[-1] if said else card["my_answer"] or {}
    return answer


def answered_miss(card: Body, answer: Body, *, today: date, zone: str) -> AnsweredMiss:
    """Said already, and changeable while its window runs."""
    face = answer["kind"] == "cheer" and not answer.get("preset")
    said = say(copy.YOUR_FACE) if face else say(copy.CHEERS.get(answer.get("preset") or "", copy.LET_GO))
    headline = copy.empty_day_of(card["person"]["name"], date.fromisoformat(card["date"]), today)
    return AnsweredMiss(
        card["id"], _face(card["person"], Expression.COLOUR), headline, f"{said} · {_until(card['opens_at'], zone)}"
    )


def miss_card(card: Body, *, answer: Body, today: date, zone: str, line: str = "") -> CardView:
    """Cheer with a preset, or let it go; nothing has to be sent. `answer` is what I said already.

    `line` goes with what I say next.
    """
    chosen = answer.get("preset") or (LET_GO if answer.get("kind") == LET_GO else None)
    day = date.fromisoformat(card["date"])
    return CardView(
        kind=CardKind.MISS,
        id=card["id"],
        person=_face(card["person"], Expression.GREY),
        habit_title=card["habit"]["title"],
        headline=copy.empty_day_of(card["person"]["name"], day, today),
        accent="",
        anchor=None,
        photo=None,
        caption=copy.if_you_do_nothing(card["person"]["name"]) if card["keeps_letter"] else say(copy.NEVER_HAVE_TO),
        when=_until(card["opens_at"], zone),
        may_write=bool(card.get("own_words")),
        line=line or answer.get("words", ""),
        choices=tuple(
            ReactionChoice(kind, say(label), kind == chosen)
            for kind, label in {**copy.CHEERS, LET_GO: copy.LET_GO}.items()
        ),
    )


def _until(opens_at: str, zone: str) -> str:
    local: datetime = instants.from_text(opens_at).astimezone(ZoneInfo(zone))
    return copy.until(local)


def _face(person: Body, expression: Expression) -> FaceView:
    return FaceView(person["id"], person["name"], person["avatar"], expression)


def _photo(store: Store, card: Body, label: str) -> PhotoView | None:
    for slot in card["photos"]:
        return PhotoView(pictures.cached_path(store, card["habit"]["id"], card["date"], slot["n"]), label)
    return None
