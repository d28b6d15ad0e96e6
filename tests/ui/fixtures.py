"""A stage, a hand and an opened app. Needs Kivy, and so GL; tests/ui/conftest.py loads it only where there is one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mobile.app_core import Core
from mobile.ui.shell import Shell
from tests.mobile.stage import Stage, staged
from tests.ui.hand import Hand
from tools.shooting.photos import SamplePhotos


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with staged(tmp_path) as stage:
        yield stage


@pytest.fixture
def hand() -> Iterator[Hand]:
    hand = Hand()
    yield hand
    hand.clear()


@pytest.fixture(scope="session")
def photos(tmp_path_factory: pytest.TempPathFactory) -> SamplePhotos:
    return SamplePhotos(tmp_path_factory.mktemp("photos"))


@pytest.fixture
def open_app(hand: Hand) -> Iterator[Callable[[Core], Shell]]:
    """Opens the app of one phone on the screen."""
    shells: list[Shell] = []

    def open_app(core: Core) -> Shell:
        shells.append(Shell(core))
        hand.show(shells[-1])
        return shells[-1]

    yield open_app
    for shell in shells:
        shell.close()
