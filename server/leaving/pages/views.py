"""The small public page: ask for a link by mail, open it, then take one's data, leave, or stay. No script, no styles
but its own file, and nothing that is done by merely looking.
"""

from collections.abc import Callable
from functools import wraps
from math import ceil
from uuid import UUID

from csp.constants import NONE, SELF
from csp.decorators import csp_replace
from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from server.kernel.allowances import spend
from server.leaving.downloads import answer_file
from server.leaving.models import Export
from server.leaving.pages import cookies
from server.leaving.selectors import exports_of, get_departure
from server.leaving.services.departures import leave, stay
from server.leaving.services.exports import ask_export, open_export
from server.leaving.services.links import ask_link, check_link, close_page, open_link
from server.people.models import Person
from server.people.networks import network_of
from shared import clock, ids, limits
from shared.codes import Code, Refused

Page = Callable[..., HttpResponseBase]
CONTENT = {"default-src": [NONE], "style-src": [SELF], "form-action": [SELF]}
"""What a browser may load on these pages, and where it may send their forms."""
SHOWN = 3
"""Exports on the page."""


class AddressForm(forms.Form):
    email = forms.EmailField(max_length=254)


def _page(*methods: str) -> Callable[[Page], Page]:
    """These methods only; kept by nobody on the way; what is refused is said on a page."""

    def decorate(view: Page) -> Page:
        @wraps(view)
        def answer(request: HttpRequest, *args: object, **named: object) -> HttpResponseBase:
            try:
                response = view(request, *args, **named)
            except Refused as refused:
                response = _refuse(request, refused)
            response["Cache-Control"] = "private, no-store"
            return response

        return require_http_methods(methods)(csp_replace(CONTENT)(answer))

    return decorate


def _refuse(request: HttpRequest, refused: Refused) -> HttpResponse:
    if refused.code != Code.TOO_MANY:
        return render(request, "leaving/over.html", {"said": refused.detail}, status=410)
    response = render(request, "leaving/later.html", status=429)
    if refused.wait:
        response["Retry-After"] = str(ceil(refused.wait.total_seconds()))
    return response


@_page("GET", "POST")
def ask(request: HttpRequest) -> HttpResponse:
    """Always the same answer, whoever the address belongs to."""
    form = AddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        spend("leave-network", network_of(request), rate=limits.CODES_PER_NETWORK, now=clock.now())
        ask_link(address=form.cleaned_data["email"], now=clock.now())
        return render(request, "leaving/sent.html", {"minutes": _minutes()})
    return render(request, "leaving/ask.html", {"form": form}, status=400 if form.errors else 200)


@_page("GET", "POST")
def link(request: HttpRequest, token: str) -> HttpResponse | HttpResponseRedirect:
    """The link in the letter. Mail programs look at links by themselves, so only its button uses it up."""
    if request.method != "POST":
        check_link(token=token, now=clock.now())
        return render(request, "leaving/link.html", {"minutes": _minutes()})
    key = open_link(token=token, now=clock.now())
    response = redirect("leaving:choices")
    cookies.give_key(response, key)
    return response


@_page("GET", "POST")
def choices(request: HttpRequest) -> HttpResponse | HttpResponseRedirect:
    """What can be done, and how far it is."""
    person = cookies.person_of(request, clock.now())
    if request.method == "POST":
        return _do(request, person)
    return _show(request, person)


@_page("GET")
def fetch(request: HttpRequest, export_id: UUID) -> HttpResponseBase:
    now = clock.now()
    return answer_file(request, open_export(person=cookies.person_of(request, now), export_id=export_id, now=now))


def _do(request: HttpRequest, person: Person) -> HttpResponse | HttpResponseRedirect:
    now, wish = clock.now(), request.POST.get("do", "")
    try:
        if wish == "export":
            ask_export(person=person, export_id=ids.uuid7(), now=now)
        elif wish == "leave" and request.POST.get("sure") == "yes":
            leave(person=person, now=now)
        elif wish == "stay":
            stay(person=person, now=now)
    except Refused as refused:
        return _show(request, person, said=refused.detail)
    if wish != "close":
        return redirect("leaving:choices")
    close_page(key=cookies.key_of(request))
    response = redirect("leaving:ask")
    cookies.take_key(response)
    return response


def _show(request: HttpRequest, person: Person, said: str = "") -> HttpResponse:
    exports = list(exports_of(person)[:SHOWN])
    waits = any(export.state == Export.State.WAITING for export in exports)
    shown = {"person": person, "exports": exports, "waits": waits, "departure": get_departure(person), "said": said}
    return render(request, "leaving/choices.html", shown, status=409 if said else 200)


def _minutes() -> int:
    return int(limits.LEAVE_LINK_LIFE.total_seconds()) // 60
