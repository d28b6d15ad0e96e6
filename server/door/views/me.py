"""What is mine: how I am called, where I am signed in, the way out; and what makes the door installable."""

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse

from server.door.page import open_page, page, session_of
from server.people.models import Person
from server.people.selectors import arrival_asked, person_clock, sessions_of
from shared import clock
from shared import sentences as words
from shared.days import habit_day


@page("GET")
def me(request: HttpRequest, person: Person) -> HttpResponseBase:
    now, waiting = clock.now(), arrival_asked(person.id)
    inviter = waiting.invite.inviter if waiting and waiting.invite else None
    until = habit_day(person_clock(person.id), waiting.ends_at) if waiting and waiting.ends_at else None
    shown = {
        "me": person, "sessions": sessions_of(person, now=now), "current": session_of(request), "words": words,
        "here": "me", "zone": person_clock(person.id).zone_at(now),
        "waiting": words.waiting_for(inviter.name, until) if inviter and until else "",
    }  # fmt: skip
    return render(request, "door/me.html", shown)


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
        "display": "standalone", "background_color": "#FAF8F5", "theme_color": "#FAF8F5", "lang": "en", "icons": icons,
    }  # fmt: skip
    return JsonResponse(said, content_type="application/manifest+json")
