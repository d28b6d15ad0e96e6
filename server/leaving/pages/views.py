"""The small public page: ask for a link by mail, open it, then take one's data, leave, or stay. No script, no styles
but its own file, and nothing that is done by merely looking.
"""

from uuid import UUID

from csp.constants import NONE, SELF
from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect, render

from server.kernel.allowances import spend
from server.kernel.web_pages import web_page
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
from shared.codes import Refused

CONTENT = {"default-src": [NONE], "style-src": [SELF], "form-action": [SELF]}
"""What a browser may load on these pages, and where it may send their forms."""
SHOWN = 3
"""Exports on the page."""
PAGE = web_page("GET", folder="leaving", content=CONTENT)
PAGE_OR_FORM = web_page("GET", "POST", folder="leaving", content=CONTENT)


class AddressForm(forms.Form):
    email = forms.EmailField(max_length=254)


@PAGE_OR_FORM
def ask(request: HttpRequest) -> HttpResponse:
    """Always the same answer, whoever the address belongs to."""
    form = AddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        spend("leave-network", network_of(request), rate=limits.CODES_PER_NETWORK, now=clock.now())
        ask_link(address=form.cleaned_data["email"], now=clock.now())
        return render(request, "leaving/sent.html", {"minutes": _minutes()})
    return render(request, "leaving/ask.html", {"form": form}, status=400 if form.errors else 200)


@PAGE_OR_FORM
def link(request: HttpRequest, token: str) -> HttpResponse | HttpResponseRedirect:
    """The link in the letter. Mail programs look at links by themselves, so only its button uses it up."""
    if request.method != "POST":
        check_link(token=token, now=clock.now())
        return render(request, "leaving/link.html", {"minutes": _minutes()})
    key = open_link(token=token, now=clock.now())
    response = redirect("leaving:choices")
    cookies.give_key(response, key)
    return response


@PAGE_OR_FORM
def choices(request: HttpRequest) -> HttpResponse | HttpResponseRedirect:
    """What can be done, and how far it is."""
    person = cookies.person_of(request, clock.now())
    if request.method == "POST":
        return _do(request, person)
    return _show(request, person)


@PAGE
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
