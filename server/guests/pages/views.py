"""The guest's page: one photo, six answers and a name, without an app or a script. It lists nobody.

Chat programs look at links by themselves, so only its button takes a link for a browser.
"""

from csp.constants import NONE, SELF
from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from server.challenges.selectors.reading import find_link
from server.guests.pages import cookies
from server.guests.pages.words import answers
from server.guests.selectors import day_number_of, get_claimed, get_link, shown_photo
from server.guests.services.visits import answer, claim, keep_watching
from server.kernel.allowances import spend
from server.kernel.web_pages import web_page
from server.media.renderings import LARGE
from server.media.selectors import open_rendition
from server.people.networks import network_of
from server.people.services.invites import find_door
from shared import clock, limits
from shared.codes import Code, Refused
from shared.sentences import REACTIONS

CONTENT = {"default-src": [NONE], "style-src": [SELF], "img-src": [SELF], "form-action": [SELF]}
"""What a browser may load on these pages, and where it may send their forms."""
PAGE = web_page("GET", folder="guests", content=CONTENT)
FORM = web_page("POST", folder="guests", content=CONTENT)
PAGE_OR_FORM = web_page("GET", "POST", folder="guests", content=CONTENT)


class AnswerForm(forms.Form):
    name = forms.CharField(max_length=limits.NAME_MAX)
    kind = forms.ChoiceField(choices=tuple(REACTIONS.items()))


@PAGE_OR_FORM
def look(request: HttpRequest, token: str) -> HttpResponseBase:
    """Who would like to show something; after the button, or in the browser that pressed it, the photo."""
    now = clock.now()
    if request.method == "POST":
        _count(request)
        key = claim(token=token, now=now)
        response = redirect("guests:look", token=token)
        cookies.give_key(response, token, key)
        return response
    link = get_link(token, now=now)
    if not link.browser_hash:
        return render(request, "guests/door.html", {"name": link.owner.name})
    return _photo_page(request, token)


def _photo_page(request: HttpRequest, token: str, *, said: bool = False, status: int = 200) -> HttpResponse:
    link = get_claimed(token, cookies.key_of(request), now=clock.now())
    shown_photo(link)
    shown = {
        "name": link.owner.name, "title": link.check_in.habit.title, "day": day_number_of(link),
        "caption": link.check_in.public_caption, "token": token, "answers": answers(), "guest": link.name,
        "chosen": link.kind, "wrong": said, "opens_beside": link.check_in.habit.opens_beside,
    }  # fmt: skip
    return render(request, "guests/photo.html", shown, status=status)


@PAGE
def photo(request: HttpRequest, token: str) -> HttpResponse:
    """The bytes, asked about each time like every photo."""
    link = get_claimed(token, cookies.key_of(request), now=clock.now())
    return HttpResponse(open_rendition(shown_photo(link), LARGE).read(), content_type="image/webp")


@FORM
def say(request: HttpRequest, token: str) -> HttpResponseBase:
    """The answer lands in the crowd, marked as a guest's."""
    _count(request)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _photo_page(request, token, said=True, status=400)
    said, now = form.cleaned_data, clock.now()
    try:
        answer(token=token, key=cookies.key_of(request), name=said["name"], kind=said["kind"], now=now)
    except Refused as refused:
        if refused.code != Code.INVALID:
            raise
        return _photo_page(request, token, said=True, status=400)
    return redirect("guests:look", token=token)


@FORM
def stay(request: HttpRequest, token: str) -> HttpResponse:
    """Keep watching, or start beside: the owner's invitation, for this guest."""
    _count(request)
    beside = "beside" in request.POST
    invite = keep_watching(token=token, key=cookies.key_of(request), beside=beside, now=clock.now())
    return _invitation_page(request, invite, beside=beside)


@PAGE
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Where a friend's link leads in a browser: who sent it, and how it is used in the app."""
    return _invitation_page(request, token)


@PAGE
def group(request: HttpRequest, token: str) -> HttpResponse:
    """Where a link into a group leads in a browser: who asks, to what, and how it is used in the app. Nobody else."""
    link = find_link(token, now=clock.now())
    if link is None:
        raise Refused(Code.NOT_FOUND)
    shown = {
        "name": link.inviter.name, "title": link.challenge.title, "starts_on": link.challenge.starts_on,
        "ends_on": link.challenge.ends_on, "link": f"{settings.PUBLIC_URL}/c/{token}", "code": token,
    }  # fmt: skip
    return render(request, "guests/group.html", shown)


def _invitation_page(request: HttpRequest, token: str, *, beside: bool = False) -> HttpResponse:
    invite = find_door(token=token, now=clock.now())
    if invite is None:
        raise Refused(Code.NOT_FOUND)
    name = invite.inviter.name if invite.inviter else ""
    shown = {"name": name, "code": token, "link": f"{settings.PUBLIC_URL}/i/{token}", "beside": beside}
    return render(request, "guests/invitation.html", shown)


def _count(request: HttpRequest) -> None:
    spend("guest-pages", network_of(request), rate=limits.GUEST_POSTS_PER_NETWORK, now=clock.now())
