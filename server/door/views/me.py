"""What is mine: how I am called, where I am signed in, the way out; and what makes the door installable."""

from zoneinfo import available_timezones

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse

from server.door.page import open_page, page, session_of
from server.door.said import field, read
from server.habits.api.habit_shapes import ClockInput
from server.habits.services.travel import move_clock
from server.kernel.problems import STATUS
from server.people.api.shapes import ProfileInput
from server.people.models import Person
from server.people.selectors import arrival_asked, person_clock, sessions_of
from server.people.services.profile import change_profile
from server.people.services.session_ends import end_other_sessions
from shared import clock, limits
from shared import sentences as words
from shared.codes import Code, Refused
from shared.days import habit_day
from shared.languages import LANGUAGES, say, spoken


@page("GET", "POST")
def me(request: HttpRequest, person: Person) -> HttpResponseBase:
    """How friends call me, by which clock my days are counted, and in which language I am written to."""
    if request.method != "POST":
        return _mine(request, person)
    now = clock.now()
    try:
        said = read(ProfileInput, {"name": field(request, "name"), "language": field(request, "language")})
        wanted = read(ClockInput, {"zone": field(request, "zone")})
        move_clock(person=person, zone=wanted["zone"], at=now, now=now)
        change_profile(person=person, now=now, **said)
    except Refused as refused:
        why = say(words.NAME_WRONG) if refused.code == Code.INVALID else refused.detail
        return _mine(request, person, said=why, status=STATUS.get(refused.code, 422))
    return redirect("door:me")


@page("POST", before_terms=True)
def end_others(request: HttpRequest, person: Person) -> HttpResponseBase:
    """Sign out everywhere but here, at once."""
    here = session_of(request)
    if here is not None:
        end_other_sessions(person=person, keep=here)
    return redirect("door:me")


def _mine(request: HttpRequest, person: Person, *, said: str = "", status: int = 200) -> HttpResponse:
    now, lives = clock.now(), person_clock(person.id)
    shown = {
        "me": person, "sessions": sessions_of(person, now=now), "current": session_of(request), "words": words,
        "here": "me", "zone": field(request, "zone") or lives.zone_at(now), "zones": sorted(available_timezones()),
        "name": field(request, "name") or person.name, "said": said, "waiting": _waiting(person),
        "most": limits.NAME_MAX, "language": field(request, "language") or person.language, "languages": LANGUAGES,
    }  # fmt: skip
    return render(request, "door/me.html", shown, status=status)


def _waiting(person: Person) -> str:
    """Said to somebody new until their friend has answered."""
    mine = arrival_asked(person.id)
    inviter = mine.invite.inviter if mine and mine.invite else None
    if mine is None or inviter is None or mine.ends_at is None:
        return ""
    return words.waiting_for(inviter.name, habit_day(person_clock(person.id), mine.ends_at))


@open_page("GET")
def manifest(request: HttpRequest) -> HttpResponseBase:
    """For "Add to home screen". No service worker: what is read here is true now or not at all."""
    icons = [
        {"src": static(f"door/icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for size in (192, 512)
        for purpose in ("any", "maskable")
    ]
    said = {
        "name": "Kith", "short_name": "Kith", "start_url": reverse("door:today"), "scope": reverse("door:today"),
        "display": "standalone", "background_color": "#FAF8F5", "theme_color": "#FAF8F5", "lang": spoken(),
        "icons": icons,
    }  # fmt: skip
    return JsonResponse(said, content_type="application/manifest+json")
