"""Showing up: a photo, a note or a tick, for today or, while it still counts, for yesterday."""

import datetime
from dataclasses import dataclass, replace
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from server.door import uploads
from server.door.page import page
from server.door.said import field, fresh_id, made_by_page, read
from server.habits.api.days import PostingSerializer
from server.habits.api.path import read_day
from server.habits.models import CheckIn, Habit
from server.habits.printing_days import print_amount, print_instant
from server.habits.selectors.audiences import get_own_habit
from server.habits.selectors.days import standing_check_ins
from server.habits.selectors.histories import load_history
from server.habits.services.check_ins import post_check_in
from server.habits.services.marks import Posting
from server.kernel.problems import STATUS
from server.people.models import Person
from server.people.selectors import person_clock
from shared import clock, limits
from shared import sentences as words
from shared.codes import Code, Refused
from shared.days import habit_day
from shared.languages import say
from shared.plans import Measure


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the form: nothing typed is lost when it is refused."""

    photo_id: str
    caption: str = ""
    amount: str = ""
    sent: str = ""
    """The id of a photo that has arrived already, and waits for its day."""


@page("GET", "POST")
def show_up(request: HttpRequest, person: Person, habit_id: UUID, date: str) -> HttpResponseBase:
    habit, day = get_own_habit(person, habit_id), read_day(date)
    if request.method != "POST":
        return _form(request, habit, day, _draft_of(habit, day))
    draft = Draft(field(request, "id"), field(request, "caption"), field(request, "amount"), field(request, "sent"))
    try:
        draft = _with_photo(request, person, draft)
        post_check_in(
            owner=person, habit_id=habit_id, date=day, posting=_posting(request, person, draft), now=clock.now()
        )
    except Refused as refused:
        # The same file under a new name: what was refused for good would be remembered under the old one.
        said = say(words.AMOUNT_WRONG) if refused.code == Code.INVALID and draft.amount else refused.detail
        status = STATUS.get(refused.code, 422)
        return _form(request, habit, day, replace(draft, photo_id=fresh_id()), said=said, status=status)
    return redirect("door:habit", habit_id)


def _with_photo(request: HttpRequest, person: Person, draft: Draft) -> Draft:
    """The photo goes first: a day is posted with one that has arrived, or not at all."""
    file, source = uploads.chosen(request)
    if file is None:
        return draft
    photo_id = made_by_page(request)
    uploads.take_in(file, owner=person, photo_id=photo_id, source=source, now=clock.now())
    return replace(draft, sent=str(photo_id))


def _posting(request: HttpRequest, person: Person, draft: Draft) -> Posting:
    now = clock.now()
    source = uploads.chosen(request)[1] if not field(request, "source") else field(request, "source")
    said = {
        "sent_at": print_instant(now), "captured_at": print_instant(now), "zone": person_clock(person.id).zone_at(now),
        "caption": draft.caption.strip(), "amount": draft.amount.strip().replace(",", ".") or None, "source": source,
        "photos": [draft.sent] if draft.sent else [],
    }  # fmt: skip
    return Posting(**read(PostingSerializer, said))


def _draft_of(habit: Habit, day: datetime.date) -> Draft:
    """What was posted for this day already stands in the form: it is changed, not written over."""
    posted = _posted(habit, day)
    if posted is None:
        return Draft(fresh_id())
    return Draft(fresh_id(), posted.caption, print_amount(posted.amount) or "")


def _posted(habit: Habit, day: datetime.date) -> CheckIn | None:
    return standing_check_ins().filter(habit=habit, date=day).first()


def _form(
    request: HttpRequest, habit: Habit, day: datetime.date, draft: Draft, *, said: str = "", status: int = 200
) -> HttpResponse:  # fmt: skip
    now = clock.now()
    history = load_history(habit, now=now)
    schedule, today = history.plan.in_force(day), habit_day(history.clock, now)
    shown = {
        "habit": habit, "day": day, "draft": draft, "said": said, "words": words, "caption_max": limits.CAPTION_MAX,
        "late": day < today, "heading": _heading(day, today), "schedule": schedule,
        "measured": schedule.measure is not Measure.TICK, "goal": words.amount(schedule.target, schedule.unit),
        "posted": _posted(habit, day) is not None, "here": "show", "source": uploads.chosen(request)[1],
    }  # fmt: skip
    return render(request, "door/show_up.html", shown, status=status)


def _heading(day: datetime.date, today: datetime.date) -> str:
    return say("Today") if day == today else words.day_name(day, today)
