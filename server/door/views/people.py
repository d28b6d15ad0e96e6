"""The crowd: who is at the door, who asks me to look, my friends, and the links I give away."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render

from server.door.page import page
from server.door.said import field, fresh_id, made_by_page, read
from server.door.scenes.faces import plain
from server.habits.models import Seat
from server.habits.selectors.audiences import seats_held_by
from server.kernel.problems import STATUS
from server.moderation.api.reports import ReportShape
from server.moderation.models import Report
from server.moderation.services.reports import Complaint, file_report
from server.people.api.account_shapes import ArrivalAnswerInput
from server.people.api.arrivals import ANSWERS
from server.people.models import Person
from server.people.selectors import arrivals_of, get_friend, open_invites, ties_of
from server.people.services.blocks import block_person
from server.people.services.distance import keep_distance
from server.people.services.friendship import unfriend
from server.people.services.invites import accept_invite, open_invite, read_invite, withdraw_invite
from shared import clock, limits
from shared import sentences as words
from shared.codes import Code, Refused
from shared.languages import say


@page("GET")
def crowd(request: HttpRequest, person: Person) -> HttpResponseBase:
    return _crowd(request, person)


@page("POST")
def invite(request: HttpRequest, person: Person) -> HttpResponseBase:
    """A link for one friend. It is kept nowhere, so it stands on the page that answers this form, and only there."""
    _, token = open_invite(inviter=person, now=clock.now())
    return _crowd(request, person, link=f"{settings.PUBLIC_URL}/i/{token}")


@page("POST")
def withdraw(request: HttpRequest, person: Person, invite_id: UUID) -> HttpResponseBase:
    withdraw_invite(inviter=person, invite_id=invite_id, now=clock.now())
    return redirect("door:crowd")


@page("GET", "POST")
def befriend(request: HttpRequest, person: Person, token: str) -> HttpResponseBase:
    """A friend's link, opened by somebody who is with Kith already."""
    now = clock.now()
    if request.method == "POST":
        accept_invite(person=person, token=token, now=now)
        return redirect("door:crowd")
    inviter = read_invite(viewer=person, token=token, now=now).inviter
    return render(request, "door/befriend.html", {"inviter": inviter, "face": plain(inviter), "here": "crowd"})


@page("POST")
def arrival(request: HttpRequest, person: Person, friend_id: UUID) -> HttpResponseBase:
    """Whoever came in with my link: is it them?"""
    said = read(ArrivalAnswerInput, {"answer": field(request, "answer")})
    ANSWERS[said["answer"]](inviter=person, person_id=friend_id, now=clock.now())
    return redirect("door:crowd")


@page("GET", "POST")
def friend(request: HttpRequest, person: Person, friend_id: UUID) -> HttpResponseBase:
    """How far I keep somebody. Whatever is chosen, they are not told."""
    if request.method == "POST":
        return _keep(request, person, friend_id)
    get_friend(person, friend_id)
    tie = next(tie for tie in ties_of(person) if tie.friend.id == friend_id)
    shown = {"tie": tie, "face": plain(tie.friend), "words": words, "here": "crowd"}
    return render(request, "door/friend.html", shown)


@page("GET", "POST")
def report(request: HttpRequest, person: Person, subject: str, subject_id: UUID) -> HttpResponseBase:
    """A day, a letter or a person, to the people who run this Kith. The id makes a form sent twice one report."""
    note, said = field(request, "note"), ""
    if request.method == "POST":
        report_id = made_by_page(request)
        try:
            told = {"subject": subject, "subject_id": str(subject_id), "reason": field(request, "reason"), "note": note}
            complaint = Complaint(**read(ReportShape, told))
            file_report(reporter=person, report_id=report_id, complaint=complaint, now=clock.now())
            return redirect("door:crowd")
        except Refused as refused:
            said, status = refused.detail, STATUS.get(refused.code, 422)
    reasons = {code: say(why) for code, why in words.REPORT_WHY.items()}
    shown = {
        "title": _title(person, subject, subject_id), "reasons": reasons,
        "id": field(request, "id") or fresh_id(),
        "note": note, "most": limits.NOTE_MAX, "chosen": field(request, "reason"), "said": said, "words": words,
        "here": "crowd",
    }  # fmt: skip
    return render(request, "door/report.html", shown, status=status if said else 200)


def _crowd(request: HttpRequest, person: Person, *, link: str = "") -> HttpResponseBase:
    now, seats = clock.now(), list(seats_held_by(person))
    shown = {
        "link": link,
        "arrivals": [(one, plain(one.person), words.arrived(one.person.name)) for one in arrivals_of(person)],
        "asked": [(one, plain(one.habit.owner)) for one in seats if one.state == Seat.State.INVITED],
        "held": [(one, plain(one.habit.owner)) for one in seats if one.state == Seat.State.ACCEPTED],
        "friends": [(tie, plain(tie.friend)) for tie in ties_of(person)], "invites": open_invites(person, now=now),
        "words": words, "here": "crowd",
    }  # fmt: skip
    return render(request, "door/crowd.html", shown)


def _keep(request: HttpRequest, person: Person, friend_id: UUID) -> HttpResponseBase:
    wish, now = field(request, "do"), clock.now()
    if wish == "block":
        block_person(person=person, other_id=friend_id, now=now)
    elif wish == "unfriend":
        unfriend(person=person, friend_id=friend_id, now=now)
    elif wish == "distance":
        muted, restricted = (field(request, name) == "yes" for name in ("muted", "restricted"))
        keep_distance(person=person, friend_id=friend_id, muted=muted, restricted=restricted, now=now)
        return redirect("door:friend", friend_id)
    else:
        raise Refused(Code.INVALID)
    return redirect("door:crowd")


def _title(person: Person, subject: str, subject_id: UUID) -> str:
    if subject == Report.Subject.PERSON:
        return say(words.REPORT_PERSON, name=get_friend(person, subject_id).name)
    return say(words.REPORT_LETTER) if subject == Report.Subject.LETTER else say(words.REPORT_DAY)
