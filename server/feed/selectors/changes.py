"""Own-data sync: which of a person's nouns changed since a sequence number, or all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Q

from server.feed.selectors.misses import OwnMiss, with_acts
from server.habits.models import CheckIn, Habit, Miss, Rest
from server.kernel.facts import current_seq
from server.kernel.models import Fact
from server.letters.models import BlueLetter, GoldLetter
from server.letters.selectors.gold_letters import opened_for
from server.people.facts import ARRIVAL_ANSWERED, BLOCKED, CLOCK_CHANGED, FRIENDSHIP_ENDED, PERSON_CHANGED
from server.people.models import Person
from shared.codes import Code, Refused

ABOUT_ME = {PERSON_CHANGED.name, CLOCK_CHANGED.name, ARRIVAL_ANSWERED.name}
NOUNS = ("habit", "check_in", "rest", "miss", "blue_letter", "gold_letter")
"""A fact names a noun by carrying its id under one of these."""
PARTED = {FRIENDSHIP_ENDED.name: "friend", BLOCKED.name: "blocked"}
"""Under what these facts name whose letters may not be read any more."""
REMOVABLE = ("habit", "check_in", "rest", "miss")


@dataclass(frozen=True, slots=True)
class Changes:
    """The present form of what changed up to `seq`; `removed` are (noun, id) of what is no longer there.

    Blue letters are by habit; a habit that has none any more stands there with None.
    """

    seq: int
    full: bool
    me: bool
    habits: Sequence[Habit] = ()
    check_ins: Sequence[CheckIn] = ()
    rests: Sequence[Rest] = ()
    misses: Sequence[OwnMiss] = ()
    blue_letters: Mapping[UUID, BlueLetter | None] = field(default_factory=dict)
    gold_letters: Sequence[GoldLetter] = ()
    removed: Sequence[tuple[str, str]] = ()


@dataclass(slots=True)
class _Named:
    """Ids that facts named, by noun; `parted` are people."""

    me: bool = False
    parted: set[UUID] = field(default_factory=set)
    ids: dict[str, set[UUID]] = field(default_factory=lambda: {noun: set() for noun in NOUNS})


def read_changes(person: Person, *, after: int | None) -> Changes:
    """Everything without `after`, else what later facts name. Raises Refused(resync) when those are gone."""
    # The counter is read first: what is written meanwhile is told once more the next time, never left out.
    seq = current_seq(person.id)
    if after is None:
        return _everything(person, seq)
    named = _named_since(person, after, seq)
    habits = list(Habit.objects.filter(owner=person, id__in=named.ids["habit"]).order_by("id"))
    check_ins = list(CheckIn.objects.filter(owner=person, id__in=named.ids["check_in"]).order_by("id"))
    rests = list(Rest.objects.filter(owner=person, id__in=named.ids["rest"], cancelled_at__isnull=True).order_by("id"))
    misses = list(Miss.objects.filter(owner=person, id__in=named.ids["miss"]).order_by("date", "id"))
    found = {row.id for rows in (habits, check_ins, rests, misses) for row in rows}
    removed = [(noun, str(gone)) for noun in REMOVABLE for gone in sorted(named.ids[noun] - found)]
    gold, hidden = _gold_letters(person, named)
    return Changes(
        seq, False, named.me, habits, check_ins, rests, with_acts(misses),
        _blue_letters(person, named.ids["blue_letter"]),
        gold, [*removed, *hidden],
    )  # fmt: skip


def _gold_letters(person: Person, named: _Named) -> tuple[list[GoldLetter], list[tuple[str, str]]]:
    """Opened ones that may be read, and those that no longer may: hidden, or a block stands between the two."""
    about = Q(id__in=named.ids["gold_letter"]) | Q(writer__in=named.parted)
    opened = GoldLetter.objects.filter(about, habit__owner=person, opened_at__isnull=False)
    readable = list(opened_for(person).filter(about))
    gone = set(opened.values_list("id", flat=True)) - {letter.id for letter in readable}
    return readable, [("gold_letter", str(letter)) for letter in sorted(gone)]


def _everything(person: Person, seq: int) -> Changes:
    """A phone that starts anew needs nothing that was archived, undone or cancelled."""
    kept = Habit.objects.filter(owner=person, archived_at__isnull=True)
    return Changes(
        seq=seq, full=True, me=True, habits=list(kept.order_by("id")),
        check_ins=list(CheckIn.objects.filter(habit__in=kept, undone_at__isnull=True).order_by("id")),
        rests=list(Rest.objects.filter(owner=person, cancelled_at__isnull=True).order_by("id")),
        misses=with_acts(list(Miss.objects.filter(habit__in=kept).order_by("date", "id"))),
        blue_letters={letter.habit_id: letter for letter in BlueLetter.objects.filter(habit__in=kept)},
        gold_letters=list(opened_for(person)),
    )  # fmt: skip


def _blue_letters(person: Person, habit_ids: set[UUID]) -> dict[UUID, BlueLetter | None]:
    standing = {letter.habit_id: letter for letter in BlueLetter.objects.filter(habit__in=habit_ids)}
    mine = Habit.objects.filter(owner=person, id__in=habit_ids).order_by("id").values_list("id", flat=True)
    return {habit_id: standing.get(habit_id) for habit_id in mine}


def _named_since(person: Person, after: int, seq: int) -> _Named:
    facts = Fact.objects.filter(person_id=person.id, seq__gt=after, seq__lte=seq).values_list("kind", "payload")
    # The log has no gaps: fewer facts than numbers means the older ones were pruned.
    rows = list(facts)
    if after > seq or len(rows) < seq - after:
        raise Refused(Code.RESYNC)
    named = _Named(me=any(kind in ABOUT_ME for kind, _ in rows))
    for kind, payload in rows:
        if kind in PARTED:
            named.parted.add(UUID(payload[PARTED[kind]]))
        for noun in NOUNS:
            if payload.get(noun):
                named.ids[noun].add(UUID(payload[noun]))
    return named
