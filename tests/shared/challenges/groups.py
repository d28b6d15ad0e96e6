"""Random groups: who joined and left when, and which of their days are there."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from hypothesis import strategies as st

from shared.challenges.members import EVERY_DAY, Member, Run, Share, Span

MONDAY = date(2026, 3, 2)
_DAY = timedelta(days=1)


def day(offset: int) -> date:
    return MONDAY + offset * _DAY


def key(number: int) -> UUID:
    return UUID(int=number + 1)


def run(days: int = 14, weekdays: frozenset[int] = EVERY_DAY) -> Run:
    return Run(MONDAY, day(days - 1), weekdays)


def member(number: int, kept: str = "", *, first: int = 0, left: int | None = None) -> Member:
    """`kept`: one character for each date from Monday on, "x" where they were there."""
    on = frozenset(day(offset) for offset, there in enumerate(kept) if there == "x")
    return Member(key(number), (Span(day(first), None if left is None else day(left)),), on)


offsets = st.integers(-3, 20)
weekday_sets = st.frozensets(st.integers(0, 6), min_size=1)
runs = st.builds(run, st.integers(1, 18), weekday_sets)
amounts = st.decimals(min_value=-5, max_value=40, places=1)
shares = st.builds(Share, amounts, st.decimals(min_value=Decimal("0.5"), max_value=10, places=1))


@st.composite
def spans(draw: st.DrawFn) -> tuple[Span, ...]:
    """One stretch of membership, or two: somebody who came back. They may meet, and after a journey west overlap."""
    first = draw(offsets)
    left = draw(st.none() | st.integers(first, first + 12))
    if left is None or draw(st.booleans()):
        return (Span(day(first), None if left is None else day(left)),)
    return Span(day(first), day(left)), Span(day(left + draw(st.integers(-1, 4))))


@st.composite
def members(draw: st.DrawFn, most: int = 6) -> list[Member]:
    count = draw(st.integers(1, most))
    return [
        Member(
            key(number), draw(spans()), frozenset(map(day, draw(st.frozensets(offsets)))),
            draw(st.dictionaries(offsets.map(day), shares, max_size=8)),
        )
        for number in range(count)
    ]  # fmt: skip
