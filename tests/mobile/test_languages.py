"""A phone speaks the language chosen on it, or its machine's; the server is told in which it writes."""

from collections.abc import Iterator

import pytest

from mobile.device.desktop.language import desktop_language
from mobile.store import outbox
from shared.languages import ENGLISH, speak
from tests.mobile.stage import Stage


@pytest.fixture(autouse=True)
def _english_afterwards() -> Iterator[None]:
    yield
    speak(ENGLISH)


def test_a_phone_speaks_as_its_machine_from_the_first_word_on(stage: Stage) -> None:
    core = stage.phone_of(stage.ana, language="de-AT")
    assert core.today.state.headline.big == "Wofür willst du da sein?"
    assert stage.phone_of(stage.ana, "other", language="tlh").today.state.headline.big == "What will you show up for?"


def test_another_is_chosen_stays_chosen_and_is_taken_back(stage: Stage) -> None:
    stage.habit(kept=3)
    core = stage.synced(stage.ana)
    assert core.today.state.date_line == "Monday, 23 November"
    core.me.set_language("de")
    assert (core.me.state.language, core.today.state.date_line) == ("de", "Montag, 23. November")
    assert stage.phone_of(stage.ana).today.state.date_line == "Montag, 23. November"
    core.me.set_language("")
    assert core.today.state.date_line == "Monday, 23 November"


def test_the_server_is_told_once_in_which_language_it_writes(stage: Stage) -> None:
    core = stage.synced(stage.ana)
    person = stage.server.world.people[stage.ana]
    assert person["language"] == ""
    stage.server.offline = True
    core.me.set_language("de")
    stage.server.offline = False
    core.engine.run_once()
    assert person["language"] == "de"
    core.engine.run_once()
    with core.store.read() as db:
        assert outbox.waiting(db) == []
    person["language"] = "en"
    core.engine.run_once()
    assert person["language"] == "en", "what was chosen elsewhere since is not told over"


def test_somebody_who_never_chose_tells_nothing(stage: Stage) -> None:
    core = stage.synced(stage.ana)
    core.engine.run_once()
    assert stage.server.world.people[stage.ana]["language"] == ""


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "de_DE.UTF-8"}, "de_DE"), ({"LC_ALL": "en_GB.UTF-8", "LANG": "de_DE"}, "en_GB"), ({}, ""),
        ({"LC_ALL": "", "LANG": "C.UTF-8"}, "C"),
    ],
)  # fmt: skip
def test_a_desktop_says_what_it_speaks(environment: dict[str, str], language: str) -> None:
    assert desktop_language(environment) == language
