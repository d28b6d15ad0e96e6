"""Rest: one word for holiday, illness and everything else."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from server.door.page import page
from server.door.said import field, fresh_id, made_by_page, read
from server.habits.api.habit_shapes import RestInput
from server.habits.selectors.audiences import get_own_habit, own_habits
from server.habits.selectors.resting import rests_over
from server.habits.services.rests import end_rest as end_one
from server.habits.services.rests import save_rest
from server.kernel.problems import STATUS
from server.letters.api.shapes import HardTimeInput
from server.letters.services.hard_times import have_a_hard_time
from server.people.models import Person
from server.people.selectors import person_clock, ties_of
from shared import clock
from shared import sentences as words
from shared.codes import Refused
from shared.days import habit_day


@page("GET", "POST")
def rest(request: HttpRequest, person: Person) -> HttpResponseBase:
    """Everything at once (*Hard time?*), or one habit for some days. A form sent twice is one rest."""
    if request.method != "POST":
        return _form(request, person)
    rest_id, now = made_by_page(request), clock.now()
    try:
        if field(request, "do") == "hard_time":
            said = read(HardTimeInput, {"friend": field(request, "friend") or None})
            have_a_hard_time(owner=person, rest_id=rest_id, friend_id=said["friend"], now=now)
        else:
            wanted = {name: field(request, name) or None for name in ("habit", "first", "last")}
            said = read(RestInput, wanted)
            save_rest(
                owner=person, rest_id=rest_id, habit_id=said["habit"], first=said["first"], last=said["last"], now=now
            )
    except Refused as refused:
        return _form(request, person, said=refused.detail, status=STATUS.get(refused.code, 422))
    return redirect("door:today")


@page("POST")
def end_rest(request: HttpRequest, person: Person, habit_id: UUID) -> HttpResponseBase:
    """Rest no longer, from today on: whatever rests this habit ends, a rest of everything included."""
    habit, now = get_own_habit(person, habit_id), clock.now()
    for one in rests_over(habit, habit_day(person_clock(person.id), now)):
        end_one(owner=person, rest_id=one.id, now=now)
    return redirect("door:habit", habit_id)


def _form(request: HttpRequest, person: Person, *, said: str = "", status: int = 200) -> HttpResponse:
    today = habit_day(person_clock(person.id), clock.now())
    shown = {
        "friends": ties_of(person), "habits": own_habits(person), "first": field(request, "first") or today.isoformat(),
        "last": field(request, "last"), "chosen": field(request, "habit"), "said": said, "words": words,
        "ids": (fresh_id(), fresh_id()), "here": "today",
    }  # fmt: skip
    return render(request, "door/rest.html", shown, status=status)
