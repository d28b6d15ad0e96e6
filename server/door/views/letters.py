"""Letters: the blue one I give away, the one that asks to be opened, the gold ones that have opened."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from server.door.page import page
from server.door.said import field, read
from server.door.scenes.faces import plain
from server.habits.models import Habit
from server.habits.selectors.audiences import get_own_habit
from server.kernel.problems import STATUS
from server.letters.api.shapes import BlueLetterInput, LetterAnswerInput
from server.letters.selectors.allowed import letters_allowed
from server.letters.selectors.blue_letters import get_own_sealed, miss_is_open, opened_blue, view_own_letter
from server.letters.selectors.gold_letters import opened_for
from server.letters.selectors.keepers import keeping_seats
from server.letters.services.blue_letters import answer_letter, take_letter_back, write_letter
from server.letters.services.gold_letters import thank_for_letter
from server.people.models import Person
from shared import clock, limits
from shared import sentences as words
from shared.codes import Code, Refused
from shared.gold_letters import next_milestone
from shared.languages import say
from shared.letter_states import LetterState


@page("GET", "POST")
def letter(request: HttpRequest, person: Person, habit_id: UUID) -> HttpResponseBase:
    """Written, it is given away: no page reads it back."""
    habit = get_own_habit(person, habit_id)
    if request.method != "POST":
        return _letters(request, habit)
    text = field(request, "pick") or field(request, "text")
    try:
        if field(request, "do") == "take_back":
            take_letter_back(owner=person, habit_id=habit_id, now=clock.now())
        else:
            said = read(BlueLetterInput, {"text": text})
            write_letter(owner=person, habit_id=habit_id, text=said["text"], now=clock.now())
    except Refused as refused:
        why = say(words.WORDS_WRONG) if refused.code == Code.INVALID else refused.detail
        return _letters(request, habit, text=text, said=why, status=STATUS.get(refused.code, 422))
    return redirect("door:letter", habit_id)


@page("GET", "POST")
def sealed(request: HttpRequest, person: Person, miss_id: UUID) -> HttpResponseBase:
    """Open it, or leave it closed. It is read here once it is open, and never before."""
    if request.method == "POST":
        said = read(LetterAnswerInput, {"choice": field(request, "choice")})
        answer_letter(owner=person, miss_id=miss_id, choice=said["choice"], now=clock.now())
        if said["choice"] == "leave_closed":
            return redirect("door:habit", get_own_sealed(person, miss_id).miss.habit_id)
        return redirect("door:sealed", miss_id)
    found = get_own_sealed(person, miss_id)
    if found.state != LetterState.OPENED:
        raise Refused(Code.NOT_FOUND)
    keeper = keeping_seats().filter(habit=found.miss.habit_id).select_related("person").order_by("accepted_at").first()
    shown = {
        "letter": found, "title": words.asked_to_keep(keeper.person.name if keeper else ""), "words": words,
        "here": "today",
    }  # fmt: skip
    return render(request, "door/sealed.html", shown)


@page("GET", "POST")
def gold(request: HttpRequest, person: Person, letter_id: UUID) -> HttpResponseBase:
    """A gold letter that has opened, in its writer's hand."""
    if request.method == "POST":
        thank_for_letter(owner=person, letter_id=letter_id, now=clock.now())
        return redirect("door:gold", letter_id)
    found = opened_for(person).filter(id=letter_id).first()
    if found is None:
        raise Refused(Code.NOT_FOUND)
    shown = {
        "letter": found, "face": plain(found.writer), "line": words.your_photo(found.milestone), "words": words,
        "next_line": words.next_gold(next_milestone(found.milestone)), "thank": words.thank(found.writer.name),
        "here": "today",
    }  # fmt: skip
    return render(request, "door/gold.html", shown)


def _letters(request: HttpRequest, habit: Habit, *, text: str = "", said: str = "", status: int = 200) -> HttpResponse:
    now = clock.now()
    view, allowed = view_own_letter(habit, now=now), letters_allowed(habit, now)
    keepers = [seat.person.name for seat in keeping_seats().filter(habit=habit).select_related("person")]
    waits = miss_is_open(habit, now=now)
    standing, detail = _standing(has=view.has, off=view.off, allowed=allowed, waits=waits, keepers=keepers)
    shown = {
        "habit": habit, "standing": standing, "detail": detail, "can_write": allowed and not waits, "has": view.has,
        "text": text, "said": said, "most": limits.BLUE_LETTER_MAX,
        "picks": [say(pick) for pick in words.LETTER_PICKS], "words": words, "here": "today",
        "gold": opened_for(habit.owner).filter(habit=habit), "blue": opened_blue(habit),
    }  # fmt: skip
    return render(request, "door/letter.html", shown, status=status)


def _standing(*, has: bool, off: bool, allowed: bool, waits: bool, keepers: list[str]) -> tuple[str, str]:
    """What is said of the letter, which nobody but its keepers can read."""
    if not allowed:
        return say(words.LETTER_NOT_HERE), ""
    if off:
        return say(words.LETTER_OFF), say(words.LETTER_OFF_DETAIL)
    if not has:
        return say(words.LETTER_NONE), say(words.LETTER_AFTER) if waits else say(words.LETTER_NONE_DETAIL)
    kept = words.kept_by(keepers) if keepers else say(words.LETTER_UNKEPT)
    return kept, say(words.LETTER_AFTER) if waits else say(words.LETTER_KEPT_DETAIL)
