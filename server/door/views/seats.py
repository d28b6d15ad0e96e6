"""Seats: asked to look, looking, and no longer; and the gold letter one may seal on accepting."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from server.door.page import page
from server.door.said import field, read
from server.door.scenes.faces import plain
from server.habits.api.habit_shapes import SeatAnswerInput, SeatOfferInput
from server.habits.models import Seat
from server.habits.selectors.audiences import get_own_habit, seats_held_by, seats_of
from server.habits.services.seats import answer_seat, end_seat, leave_seat, offer_seat
from server.kernel.problems import STATUS
from server.letters.api.shapes import GoldLetterInput
from server.letters.selectors.allowed import letters_allowed
from server.letters.selectors.blue_letters import KeepersView, view_letter
from server.letters.selectors.gold_letters import get_witness_seat, sealed_of
from server.letters.services.gold_letters import withdraw_gold_letter, write_gold_letter
from server.people.models import Person
from server.people.selectors import ties_of
from shared import clock, limits
from shared import sentences as words
from shared.codes import Code, Refused
from shared.languages import say
from shared.moods import Role


@page("GET", "POST")
def seat(request: HttpRequest, person: Person, habit_id: UUID) -> HttpResponseBase:
    """I'm in, I'd rather just cheer, or no; later, what one does with the seat."""
    held = seats_held_by(person).filter(habit=habit_id).first()
    if request.method == "POST":
        return _answer(request, person, habit_id, held)
    if held is None:
        raise Refused(Code.NOT_FOUND)
    owner = held.habit.owner
    shown = {
        "seat": held, "owner": plain(owner), "asked": held.state == Seat.State.INVITED, "words": words, "here": "crowd",
        "witness": held.role == Role.WITNESS, "would_like": words.would_like(owner.name), "kept": _kept(person, held),
        "wrote": words.wrote_to_themselves(owner.name), "asks_to_keep": words.asks_to_keep(owner.name),
    }  # fmt: skip
    return render(request, "door/seat.html", shown)


@page("GET", "POST")
def gold(request: HttpRequest, person: Person, habit_id: UUID) -> HttpResponseBase:
    """What a witness will want to say when their friend makes it: sealed, changed, taken back, or skipped."""
    if request.method != "POST":
        return _gold_form(request, person, habit_id)
    text = field(request, "text")
    try:
        if field(request, "do") == "withdraw":
            withdraw_gold_letter(witness=person, habit_id=habit_id)
        else:
            said = read(GoldLetterInput, {"text": text})
            write_gold_letter(witness=person, habit_id=habit_id, text=said["text"], now=clock.now())
    except Refused as refused:
        said_why = say(words.WORDS_WRONG) if refused.code == Code.INVALID else refused.detail
        return _gold_form(request, person, habit_id, text=text, said=said_why, status=STATUS.get(refused.code, 422))
    return redirect("door:seat", habit_id)


@page("GET", "POST")
def audience(request: HttpRequest, person: Person, habit_id: UUID) -> HttpResponseBase:
    """Who looks at my habit, and whom I ask."""
    habit = get_own_habit(person, habit_id)
    if request.method == "POST":
        said = read(SeatOfferInput, {"role": field(request, "role")})
        friend = _friend_named(person, field(request, "friend"))
        offer_seat(owner=person, habit_id=habit_id, person_id=friend, role=Role(said["role"]), now=clock.now())
        return redirect("door:audience", habit_id)
    seats = seats_of([habit_id]).get(habit_id, [])
    taken = {one.person_id for one in seats}
    others = [tie.friend for tie in ties_of(person) if tie.friend.id not in taken]
    shown = {"habit": habit, "seats": [(one, plain(one.person)) for one in seats], "others": others, "words": words,
             "here": "today"}  # fmt: skip
    return render(request, "door/audience.html", shown)


@page("POST")
def take_seat_back(request: HttpRequest, person: Person, habit_id: UUID, friend_id: UUID) -> HttpResponseBase:
    end_seat(owner=person, habit_id=habit_id, person_id=friend_id, now=clock.now())
    return redirect("door:audience", habit_id)


def _answer(request: HttpRequest, person: Person, habit_id: UUID, held: Seat | None) -> HttpResponseBase:
    """*I'm in* was said under the words about the letter: it is that agreement too."""
    wish, now = field(request, "answer"), clock.now()
    if wish == "leave":
        leave_seat(person=person, habit_id=habit_id, now=now)
        return redirect("door:crowd")
    keeps = {"keep": True, "give_back": False}.get(wish, True if wish == "accept" else None)
    answer = "accept" if wish in ("keep", "give_back") else wish
    said = read(SeatAnswerInput, {"answer": answer} | ({} if keeps is None else {"keeps_letter": keeps}))
    answer_seat(person=person, habit_id=habit_id, now=now, **said)
    if wish == "accept" and held is not None and held.role == Role.WITNESS and letters_allowed(held.habit, now):
        return redirect("door:seal", habit_id)
    return redirect("door:seat", habit_id) if wish in ("keep", "give_back", "cheer") else redirect("door:crowd")


def _kept(person: Person, held: Seat) -> KeepersView | None:
    """The letter of this habit, as its witness may know of it."""
    if held.state != Seat.State.ACCEPTED or held.role != Role.WITNESS:
        return None
    seen = view_letter(person, held.habit_id, now=clock.now())
    return seen if isinstance(seen, KeepersView) else None


def _gold_form(
    request: HttpRequest, person: Person, habit_id: UUID, *, text: str | None = None, said: str = "", status: int = 200
) -> HttpResponse:
    habit = get_witness_seat(person, habit_id).habit
    name, sealed = habit.owner.name, sealed_of(person, habit)
    shown = {
        "habit": habit, "sealed": sealed, "text": text if text is not None else (sealed.text if sealed else ""),
        "said": said, "title": words.gold_for(name), "hint": words.gold_hint(name), "and_you": words.and_you(name),
        "line": words.gold_sealed(name, sealed.milestone) if sealed else "", "most": limits.GOLD_LETTER_MAX,
        "words": words, "here": "crowd",
    }  # fmt: skip
    return render(request, "door/seal.html", shown, status=status)


def _friend_named(person: Person, said: str) -> UUID:
    found = next((tie.friend.id for tie in ties_of(person) if str(tie.friend.id) == said), None)
    if found is None:
        raise Refused(Code.NOT_FOUND)
    return found
