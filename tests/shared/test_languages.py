"""Which language is spoken where, and how sentences, numbers and days are said in it."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from shared.languages import ENGLISH, asked_for, say, say_many, speaking, spoken, understood


def test_english_is_said_as_it_stands_and_its_places_are_filled() -> None:
    assert say("Show {friend}.", friend="Leo") == "Show Leo."
    assert say("") == ""
    assert [say_many("One day", "{n} days", n) for n in (0, 1, 2)] == ["0 days", "One day", "2 days"]


def test_braces_in_a_name_are_only_braces() -> None:
    assert say("Show {friend}.", friend="{x}") == "Show {x}."


def test_a_language_is_spoken_within_its_block_and_nowhere_else() -> None:
    with speaking("de"):
        with speaking("en-GB"):
            assert spoken() == ENGLISH
        assert spoken() == "de"
        with ThreadPoolExecutor(1) as elsewhere:
            assert elsewhere.submit(spoken).result() == ENGLISH
    assert spoken() == ENGLISH


def test_what_is_not_spoken_is_english() -> None:
    with speaking("tlh"):
        assert spoken() == ENGLISH


@pytest.mark.parametrize(("tag", "language"), [("de", "de"), ("de-AT", "de"), ("DE_ch", "de"), ("fr", ""), ("", "")])
def test_a_tag_is_understood_by_its_first_part(tag: str, language: str) -> None:
    assert understood(tag) == language


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("de-AT,de;q=0.9,en;q=0.8", "de"), ("fr, en;q=0.3, de;q=0.5", "de"), ("en, de", "en"),
        ("de;q=0, en;q=0.1", "en"), ("*", ""), ("", ""), ("fr", ""), ("de;q=x", ""), ("de;q=0", ""), (";;;,,=", ""),
    ],
)  # fmt: skip
def test_a_browser_gets_what_it_asks_for_first_among_what_is_spoken(header: str, language: str) -> None:
    assert asked_for(header) == language
