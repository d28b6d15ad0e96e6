"""Saying something about a friend's day in one's own words, and taking it away."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from server.comments.facts import COMMENTED
from server.comments.models import Comment
from server.comments.selectors import known_misses, readable, running_misses
from server.habits.models import CheckIn
from server.kernel.allowances import try_spend
from server.kernel.facts import record
from server.people.locks import lock_people
from server.people.models import Person
from server.people.own_words import may_write
from server.people.selectors import person_clock
from server.responses.services import get_others_check_in
from shared import limits
from shared.codes import Code, Refused
from shared.days import habit_day
from shared.limits import Rate
from shared.words import one_line


@transaction.atomic
def write_comment(
    *, writer: Person, habit_id: UUID, date: date, comment_id: UUID, text: str, now: datetime
) -> None:  # fmt: skip
    """Say it, or say it otherwise on the day it was first said. The same again is done.

    While a day of the habit is missed, somebody who knows of it is refused; from anybody else it is taken like always,
    and arrives when no day is missed any more.

    Raises Refused: not_found, invalid, conflict if the id holds words about another day, own_words_closed from whom
    the owner didn't name, comments_closed, window_closed for other words on a later day, too_many_comments.
    """
    words = one_line(text, limits.COMMENT_MAX)
    # A miss that opens or ends now stands in the owner's line: whoever comes second sees the other.
    lock_people(writer.id, get_others_check_in(writer, habit_id, date).owner_id)
    check_in = get_others_check_in(writer, habit_id, date)
    known = _known(writer, check_in, comment_id)
    if known is not None and (known.erased_at or known.text == words):
        return
    _check_open(writer, check_in, now)
    today = habit_day(person_clock(writer.id), now)
    if known is None:
        _check_free(comment_id)
        _spend(writer, check_in, today, now)
        known = Comment(id=comment_id, check_in=check_in, writer=writer, created_at=now)
    elif habit_day(person_clock(writer.id), known.created_at) != today:
        raise Refused(Code.WINDOW_CLOSED)
    known.text, known.written_at = words, now
    known.arrived_at = None if running_misses([habit_id], now=now).exists() else now
    known.save()
    # Held or not: how long it takes must not tell of a miss either. Who hears of it looks whether it arrived.
    tell_written(known, check_in, now=now)


@transaction.atomic
def remove_comment(*, remover: Person, habit_id: UUID, date: date, comment_id: UUID, now: datetime) -> None:
    """Erase it for both: its writer may always, the owner what they may read. Twice is once. Refused(not_found)."""
    about = Comment.objects.filter(id=comment_id, check_in__habit=habit_id, check_in__date=date)
    comment = about.select_for_update(of=["self"]).select_related("check_in").first()
    if comment is None or not _may_remove(remover, comment):
        raise Refused(Code.NOT_FOUND)
    if comment.erased_at is None:
        comment.text, comment.erased_at = "", now
        comment.save(update_fields=["text", "erased_at"])


@transaction.atomic
def hide_comment(comment_id: UUID, *, hidden: bool, now: datetime) -> bool:
    """Keep it from whom it was written to, or show it once more; answers whether that changed anything.

    A moderator's act; its writer sees it as before.
    """
    rows = Comment.objects.filter(id=comment_id, hidden_at__isnull=hidden)
    return bool(rows.update(hidden_at=now if hidden else None))


def tell_written(comment: Comment, check_in: CheckIn, *, now: datetime) -> None:
    record(
        COMMENTED, person_id=check_in.owner_id, now=now, habit=str(check_in.habit_id), date=check_in.date.isoformat(),
        person=str(comment.writer_id), comment=str(comment.id),
    )  # fmt: skip


def _known(writer: Person, check_in: CheckIn, comment_id: UUID) -> Comment | None:
    known = Comment.objects.filter(id=comment_id, writer=writer).first()
    if known is not None and known.check_in_id != check_in.id:
        raise Refused(Code.CONFLICT)
    return known


def _check_free(comment_id: UUID) -> None:
    """An id that holds somebody else's words is nobody's to know of, and not before everything else is in order."""
    if Comment.objects.filter(id=comment_id).exists():
        raise Refused(Code.NOT_FOUND)


def _check_open(writer: Person, check_in: CheckIn, now: datetime) -> None:
    if not may_write(writer, check_in.owner, now=now):
        raise Refused(Code.OWN_WORDS_CLOSED)
    if known_misses(writer, [check_in.habit_id], now=now).exists():
        raise Refused(Code.COMMENTS_CLOSED)


def _spend(writer: Person, check_in: CheckIn, today: date, now: datetime) -> None:
    """Counted by the writer's own date."""
    rate = Rate(limits.COMMENTS_PER_DAY, limits.LONGEST_DATE)
    if not try_spend(f"comments:{today}", f"{writer.id}:{check_in.owner_id}", rate=rate, now=now):
        raise Refused(Code.TOO_MANY_COMMENTS)


def _may_remove(remover: Person, comment: Comment) -> bool:
    if remover.id == comment.writer_id:
        return True
    is_owner = remover.id == comment.check_in.owner_id
    return is_owner and (comment.erased_at is not None or readable().filter(pk=comment.pk).exists())
