"""What comes first in the list of friends' days: the knobs, and what one wants less of."""

from uuid import UUID

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render

from server.door.page import page
from server.door.said import field, read
from server.door.scenes.faces import plain
from server.feed.selectors.less import less_of
from server.feed.services import show_as_before, show_less
from server.people.api.shapes import ProfileInput
from server.people.models import Person
from server.people.services.profile import change_profile
from shared import clock
from shared import sentences as words
from shared.ranking import Knob

AS_BEFORE = "before"


@page("GET", "POST")
def first(request: HttpRequest, person: Person) -> HttpResponseBase:
    """Each knob with what it lifts, and the habits that come later."""
    if request.method == "POST":
        said = read(ProfileInput, {"comes_first": request.POST.getlist("first")})
        change_profile(person=person, now=clock.now(), **said)
        return redirect("door:rounds")
    knobs = [(knob.value, *words.KNOBS[knob], knob.value in person.comes_first) for knob in Knob]
    later = [(one.habit_id, one.habit.title, plain(one.habit.owner)) for one in less_of(person)]
    return render(
        request, "door/first.html", {"knobs": knobs, "later": later, "words": words, "here": "rounds"}
    )  # fmt: skip


@page("POST")
def less(request: HttpRequest, person: Person, habit_id: UUID) -> HttpResponseBase:
    """Less of this habit, or as before."""
    if field(request, "do") == AS_BEFORE:
        show_as_before(viewer=person, habit_id=habit_id)
    else:
        show_less(viewer=person, habit_id=habit_id, now=clock.now())
    return redirect("door:first")
