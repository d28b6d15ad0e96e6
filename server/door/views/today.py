"""Today, and what its owner does with one tap: thank, take back, rest."""

from uuid import UUID

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render

from server.door.page import page
from server.door.scenes.today import scene_of
from server.feed.selectors.today import read_today
from server.habits.api.path import read_day
from server.habits.services.check_in_changes import undo_check_in
from server.letters.services.visits import note_visit
from server.people.models import Person
from server.people.selectors import arrivals_of
from server.responses.services import thank as say_thanks
from shared import clock
from shared import sentences as words


@page("GET")
def today(request: HttpRequest, person: Person, habit_id: UUID | None = None) -> HttpResponseBase:
    """My habits today. Reading it is opening Kith, as on the phone: the day, and no more, is remembered."""
    if not person.name:
        return redirect("door:me")
    now = clock.now()
    note_visit(person=person, now=now)
    overview = read_today(person, now=now)
    shown = {
        "scene": scene_of(overview, habit_id), "waiting": overview.waiting, "arrivals": arrivals_of(person),
        "words": words, "here": "today",
    }  # fmt: skip
    return render(request, "door/today.html", shown)


@page("POST")
def undo(request: HttpRequest, person: Person, habit_id: UUID, date: str) -> HttpResponseBase:
    """Take a day back, until it closes."""
    now = clock.now()
    undo_check_in(owner=person, habit_id=habit_id, date=read_day(date), sent_at=now, captured_at=now, now=now)
    return redirect("door:habit", habit_id)


@page("POST")
def thank(request: HttpRequest, person: Person, habit_id: UUID, date: str, friend_id: UUID) -> HttpResponseBase:
    say_thanks(owner=person, habit_id=habit_id, date=read_day(date), person_id=friend_id, now=clock.now())
    return redirect("door:habit", habit_id)
