"""Coming in and going out: an address, the code mailed to it, the second factor where there is one."""

from collections.abc import Callable, Mapping
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from server.door import cookies, entering
from server.door.entering import Answer
from server.door.page import open_page, page, session_of
from server.door.said import field
from server.people.models import Person
from server.people.services.invites import find_door
from server.people.services.session_ends import end_session
from server.people.services.terms import accept_terms
from server.people.terms import version_in_force
from shared import ages, clock
from shared import sentences as words
from shared.codes import SENTENCES, Code, Refused
from shared.languages import say

CODE_MAX = 40
Tell = Callable[[HttpRequest, str, str], Answer]
"""Says a code, in a sitting."""


@open_page("GET", "POST")
def enter(request: HttpRequest) -> HttpResponseBase:
    """An address. Whether it is with Kith, nobody is told."""
    if request.method == "GET" and session_of(request):
        return redirect("door:today")
    if request.method != "POST":
        return _ask(request, "enter")
    answer = entering.ask_code(request, field(request, "email").strip())
    if answer.waits:
        return _on_to(request, "door:code", answer.token)
    return _ask(request, "enter", {"email": field(request, "email")}, said=entering.why_no_code(answer), status=400)


@open_page("GET", "POST")
def join(request: HttpRequest, token: str) -> HttpResponseBase:
    """Somebody new, with a friend's link. Whoever is in already becomes that friend's friend instead."""
    if session_of(request):
        return redirect("door:befriend", token)
    invite = find_door(token=token, now=clock.now())
    if invite is None:
        raise Refused(Code.INVITE_EXPIRED)
    said = {"email": field(request, "email").strip(), "birth_year": field(request, "birth_year").strip()}
    shown: dict[str, object] = {
        **said,
        "version": version_in_force(),
        "name": invite.inviter.name if invite.inviter else "",
    }
    if request.method != "POST":
        return _ask(request, "join", shown)
    if why := _not_yet(request, said["birth_year"]):
        return _ask(request, "join", shown, said=why, status=400)
    login, answer = entering.ask_to_join(
        request, said | {"invite_code": token, "birth_year": int(said["birth_year"]), "terms": shown["version"]}
    )
    if answer.waits:
        return _on_to(request, "door:code", f"{login}.{answer.token}")
    return _ask(request, "join", shown, said=entering.why_no_code(answer), status=400)


@open_page("GET", "POST")
def code(request: HttpRequest) -> HttpResponseBase:
    return _take(request, "code", entering.say_code)


@open_page("GET", "POST")
def second(request: HttpRequest) -> HttpResponseBase:
    return _take(request, "second", entering.say_second)


@page("POST", before_terms=True)
def leave(request: HttpRequest, person: Person) -> HttpResponseBase:
    """Sign this browser out: its token is worth nothing from now on."""
    session = session_of(request)
    if session is not None:
        end_session(person=person, session_id=session.public_id)
    response = redirect("door:enter")
    cookies.take_all(response)
    return response


@page("GET", "POST", before_terms=True)
def terms(request: HttpRequest, person: Person) -> HttpResponseBase:
    """New terms: read, and said yes to. Reading Kith goes on without."""
    version = version_in_force()
    if request.method == "POST":
        accept_terms(person=person, version=_version_read(request), now=clock.now())
        return redirect("door:today")
    return render(request, "door/terms.html", {"version": version})


def _not_yet(request: HttpRequest, birth_year: str) -> str:
    """What is missing before anybody is written to."""
    this_year = clock.now().date()
    if not (birth_year.isdecimal() and ages.is_plausible(int(birth_year), this_year)):
        return say(words.YEAR_WRONG)
    if field(request, "agreed") != "yes" or not ages.may_sign_up(int(birth_year), this_year):
        return say(SENTENCES[Code.TOO_YOUNG])
    return ""


def _on_to(request: HttpRequest, step: str, sitting: str) -> HttpResponseBase:
    """To the page that asks for the next code."""
    where = _next(request)
    response = redirect(f"{reverse(step)}?next={quote(where)}" if where else step)
    cookies.give_sitting(response, sitting)
    return response


def _take(request: HttpRequest, name: str, tell: Tell) -> HttpResponseBase:
    sitting = cookies.sitting_of(request)
    if not sitting:
        return redirect("door:enter")
    if request.method == "GET":
        return _ask(request, name)
    answer = tell(request, sitting, field(request, "code").replace(" ", "")[:CODE_MAX])
    if answer.is_in:
        response = redirect(_next(request) or "door:today")
        cookies.give_token(response, answer.token)
        return response
    if answer.asks_second and not answer.wrong:
        return _on_to(request, "door:second", answer.token)
    return _ask(request, name, status=400, said=entering.why_not_in(answer))


def _ask(
    request: HttpRequest, name: str, shown: Mapping[str, object] | None = None, *, said: str = "", status: int = 200
) -> HttpResponse:
    told = {"next": _next(request), "said": said, **(shown or {})}
    return render(request, f"door/{name}.html", told, status=status)


def _next(request: HttpRequest) -> str:
    """The page of ours that was asked for first; empty when there is none."""
    asked = request.POST.get("next") or request.GET.get("next", "")
    ours = asked.startswith(f"{reverse('door:today')}/")
    return asked if ours and url_has_allowed_host_and_scheme(asked, allowed_hosts=None) else ""


def _version_read(request: HttpRequest) -> int:
    """The version whose text was linked when they said yes."""
    said = field(request, "version")
    if not said.isdecimal():
        raise Refused(Code.INVALID)
    return int(said)
