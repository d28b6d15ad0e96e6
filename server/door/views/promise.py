"""A new promise: title, when, one friend or nobody yet. It posts nothing; deeds are shared, not intentions."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from server.door.page import page
from server.door.said import field, fresh_id, made_by_page, read
from server.habits.api.habit_shapes import PromiseInput
from server.habits.services.habits import Promise, save_habit
from server.habits.services.seats import offer_seat
from server.kernel.problems import STATUS
from server.people.models import Person
from server.people.selectors import person_clock, ties_of
from shared import clock, limits
from shared import sentences as words
from shared.codes import Refused
from shared.dates import weekday_name
from shared.days import habit_day
from shared.languages import message, say
from shared.moods import Role

ICONS = {
    "star": message("Something else"), "directions_run": message("Running"), "directions_walk": message("Walking"),
    "fitness_center": message("Training"), "auto_stories": message("Reading"), "edit_note": message("Writing"),
    "draw": message("Drawing"), "music_note": message("Music"), "code": message("Code"),
    "self_improvement": message("Stillness"), "water_drop": message("Water"), "eco": message("Outside"),
}  # fmt: skip


@page("GET", "POST")
def promise(request: HttpRequest, person: Person) -> HttpResponseBase:
    if request.method != "POST":
        return _form(request, person)
    habit_id, now = made_by_page(request), clock.now()
    try:
        said = read(PromiseInput, _said(request))
        save_habit(owner=person, habit_id=habit_id, promise=Promise(**said), now=now)
        friend = next((tie.friend for tie in ties_of(person) if str(tie.friend.id) == field(request, "friend")), None)
        if friend is not None:
            offer_seat(owner=person, habit_id=habit_id, person_id=friend.id, role=Role.WITNESS, now=now)
    except Refused as refused:
        return _form(request, person, said=refused.detail, status=STATUS.get(refused.code, 422))
    return redirect("door:show_up", habit_id, habit_day(person_clock(person.id), now).isoformat())


def _said(request: HttpRequest) -> dict[str, Any]:
    schedule: dict[str, Any] = {"frequency": field(request, "when") or "daily", "measure": "tick"}
    if schedule["frequency"] == "weekdays":
        schedule["weekdays"] = sorted({int(day) for day in request.POST.getlist("weekday") if day in set("0123456")})
    if schedule["frequency"] == "per_week" and field(request, "times").isdecimal():
        schedule["times"] = int(field(request, "times"))
    sensitive = field(request, "sensitive") == "yes"
    return {
        "title": field(request, "title"),
        "icon": field(request, "icon"),
        "schedule": schedule,
        "sensitive": sensitive,
    }


def _form(request: HttpRequest, person: Person, *, said: str = "", status: int = 200) -> HttpResponse:
    """Whatever was typed stands there still."""
    days = request.POST.getlist("weekday") or [str(day) for day in range(5)]
    typed = {name: field(request, name) for name in ("title", "friend")}
    shown = typed | {
        "id": field(request, "id") or fresh_id(), "icon": field(request, "icon") or "star",
        "when": field(request, "when") or "daily", "times": field(request, "times") or "3",
        "sensitive": field(request, "sensitive") == "yes",
        "weekdays": [(str(n), weekday_name(n), str(n) in days) for n in range(7)],
        "per_week": [str(n) for n in range(1, limits.TIMES_PER_WEEK_MAX + 1)],
        "icons": {icon: say(name) for icon, name in ICONS.items()},
        "friends": ties_of(person), "most": limits.TITLE_MAX, "said": said, "words": words, "here": "today",
    }  # fmt: skip
    return render(request, "door/promise.html", shown, status=status)
