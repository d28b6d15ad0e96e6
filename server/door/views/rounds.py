"""The rounds: one friend's day at a time, one tap each, and then that's everyone."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from server.door.page import page
from server.door.said import field, read
from server.door.scenes.cards import LET_GO, day_scene, listed_scene, miss_scene, next_names, reader_of
from server.feed.selectors.cards import cards_of
from server.feed.selectors.feed import read_feed
from server.feed.selectors.rounds import MissCard, read_rounds
from server.habits.api.path import read_day
from server.kernel.pages import PAGE
from server.people.models import Person
from server.responses.api.days import ReactionShape
from server.responses.api.misses import MissAnswerInput
from server.responses.miss_services import Said as Answer
from server.responses.miss_services import answer_miss, look_at_miss
from server.responses.services import get_others_check_in, react, record_look, take_back_reaction
from shared import clock
from shared import sentences as words
from shared.codes import Code, Refused


@page("GET")
def rounds(request: HttpRequest, person: Person) -> HttpResponseBase:
    """On to what waits: empty days first, somebody may be waiting for a kind word."""
    now = clock.now()
    waiting = read_rounds(person, now=now)
    fresh = [card for card in waiting.misses if not card.mine.saw]
    if fresh:
        return redirect("door:miss", fresh[0].miss.id)
    if waiting.cards:
        return redirect("door:day", waiting.cards[0].check_in.habit_id, waiting.cards[0].check_in.date.isoformat())
    reader = reader_of(person, now)
    seen = [miss_scene(card, reader) for card in waiting.misses]
    days = [listed_scene(ranked, reader) for ranked in read_feed(person, after=None, now=now)[:PAGE]]
    return render(request, "door/everyone.html", {"misses": seen, "days": days, "words": words, "here": "rounds"})


@page("GET", "POST")
def day(request: HttpRequest, person: Person, habit_id: UUID, date: str) -> HttpResponseBase:
    """A friend's day. Being shown it is having looked, as on the phone."""
    day, now = read_day(date), clock.now()
    if request.method == "POST":
        return _answer(request, person, habit_id, date)
    record_look(viewer=person, habit_id=habit_id, date=day, now=now)
    check_in = get_others_check_in(person, habit_id, day)
    scene = day_scene(cards_of([check_in], viewer=person, now=now)[0], reader_of(person, now))
    names = next_names(read_rounds(person, now=now), besides=check_in.id)
    shown = {
        "scene": scene,
        "next_line": words.next_line(names),
        "is_last": not names,
        "words": words,
        "here": "rounds",
    }
    return render(request, "door/day.html", shown)


@page("GET", "POST")
def miss(request: HttpRequest, person: Person, miss_id: UUID) -> HttpResponseBase:
    """A witness's card for an empty day. Being shown it is having seen it."""
    now = clock.now()
    if request.method == "POST":
        kind = field(request, "kind")
        said = {"kind": LET_GO} if kind == LET_GO else {"kind": "cheer", "preset": kind}
        answer_miss(witness=person, miss_id=miss_id, said=Answer(**read(MissAnswerInput, said)), now=now)
        return redirect("door:rounds")
    held = _held(person, miss_id)
    look_at_miss(witness=person, miss_id=miss_id, now=now)
    scene = miss_scene(held, reader_of(person, now))
    return render(request, "door/miss.html", {"scene": scene, "words": words, "here": "rounds"})


def _answer(request: HttpRequest, person: Person, habit_id: UUID, date: str) -> HttpResponse:
    """Answer, or take the answer back; then on to the next."""
    day, now = read_day(date), clock.now()
    if field(request, "kind") == "":
        take_back_reaction(viewer=person, habit_id=habit_id, date=day, now=now)
        return redirect("door:day", habit_id, date)
    kind = read(ReactionShape, {"kind": field(request, "kind")})["kind"]
    react(viewer=person, habit_id=habit_id, date=day, kind=kind, now=now)
    return redirect("door:rounds")


def _held(person: Person, miss_id: UUID) -> MissCard:
    """The card this witness holds. One a day of each friend: another empty habit of the same day has none."""
    cards = read_rounds(person, now=clock.now()).misses
    found = next((card for card in cards if card.miss.id == miss_id), None)
    if found is None:
        raise Refused(Code.NOT_FOUND)
    return found
