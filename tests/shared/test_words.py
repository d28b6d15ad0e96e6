"""Words people write for one another, and the days gold letters are for."""

import pytest

from shared.codes import Code, Refused
from shared.gold_letters import next_milestone
from shared.words import one_line


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("You wanted this.", "You wanted this."),
        ("  two\n lines\t", "two lines"),
        ("e\u0301", "\u00e9"),
        ("👩‍👧 🏃🏽 ❤️", "👩‍👧 🏃🏽 ❤️"),
        ("x" * 140, "x" * 140),
    ],
)
def test_a_line_is_kept_as_it_was_meant(said: str, kept: str) -> None:
    assert one_line(said, 140) == kept


@pytest.mark.parametrize(
    "said",
    [
        "", " \n ", "x" * 141, "x" * 10_000, "a\u0000b", "a\u0007b", "abc\u202edef", "a\u200bb", "\ud800",
        "see https://x.example", "WWW.x.example", "http:x",
    ],
)  # fmt: skip
def test_what_is_no_line_is_refused(said: str) -> None:
    with pytest.raises(Refused) as refused:
        one_line(said, 140)
    assert refused.value.code is Code.INVALID


@pytest.mark.parametrize(
    ("number", "milestone"), [(0, 7), (6, 7), (7, 30), (29, 30), (99, 100), (100, 365), (364, 365), (365, None)]
)
def test_a_gold_letter_is_for_the_next_milestone(number: int, milestone: int | None) -> None:
    assert next_milestone(number) == milestone
