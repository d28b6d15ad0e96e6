"""What becomes of a promise: once more, or done, when its thirty days are over; put away, at any time."""

from uuid import UUID

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render

from server.door.page import page
from server.door.said import field, read
from server.door.scenes.faces import plain
from server.habits.api.habit_shapes import RenewalInput
from server.habits.models import Seat
from server.habits.selectors.audiences import get_own_habit, seats_of
from server.habits.selectors.histories import load_history
from server.habits.services.habits import archive_habit
from server.habits.services.seasons import Renewal, change_season, renew_season
from server.people.models import Person
from server.people.selectors import person_clock
from shared import clock
from shared import sentences as words
from shared.codes import Code, Refused
from shared.days import habit_day
from shared.seasons import standing


@page("GET", "POST")
def season(request: HttpRequest, person: Person, habit_id: UUID) -> HttpResponseBase:
    habit, now = get_own_habit(person, habit_id), clock.now()
    if request.method == "POST":
        return _answer(request, person, habit_id)
    stands = standing(load_history(habit, now=now).plan.seasons, habit_day(person_clock(person.id), now))
    seats = [one for one in seats_of([habit_id]).get(habit_id, []) if one.state == Seat.State.ACCEPTED]
    shown = {
        "habit": habit, "number": stands.season.number if stands.season else 0, "asks": stands.asks, "words": words,
        "seats": [(one, plain(one.person)) for one in seats if one.circle_id is None], "here": "today",
        "circles": sorted({str(one.circle_id) for one in seats if one.circle_id}),
    }  # fmt: skip
    return render(request, "door/season.html", shown)


def _answer(request: HttpRequest, person: Person, habit_id: UUID) -> HttpResponseBase:
    """The form names the season it was drawn for: sent twice, it begins no second one."""
    wish, now = field(request, "do"), clock.now()
    if wish == "put_away":
        archive_habit(owner=person, habit_id=habit_id, now=now)
        return redirect("door:today")
    number = int(field(request, "number")) if field(request, "number").isdecimal() else 0
    if wish == "done":
        change_season(owner=person, habit_id=habit_id, number=number, choice="done", now=now)
    elif wish == "once_more":
        picked = {name: request.POST.getlist(name) for name in ("witnesses", "gallery", "circles")}
        renewal = Renewal(**read(RenewalInput, picked))
        renew_season(owner=person, habit_id=habit_id, number=number + 1, renewal=renewal, now=now)
    else:
        raise Refused(Code.INVALID)
    return redirect("door:habit", habit_id)
