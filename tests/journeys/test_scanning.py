"""Ana shows her code; Dan, who is with Kith already, scans it from a picture and becomes a friend. On a real server."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mobile.presenters import copy, scan_copy
from server.people.services.invites import open_first_invite
from shared import clock
from shared.clock import StoppedClock
from tests.journeys.network import Network
from tests.journeys.phones import Phone
from tests.mobile.codes import READER, picture_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite]


@pytest.fixture
def dan(tmp_path: Path, time: StoppedClock) -> Phone:
    one = Phone("Dan", tmp_path, Network(), codes=READER)
    one.join(open_first_invite(now=clock.now())[1])
    one.core.scan.open()
    return one


def test_a_picture_of_a_code_makes_a_friend(phone: Callable[..., Phone], dan: Phone, tmp_path: Path) -> None:
    ana = phone("Ana")
    dan.core.scan.read(picture_of(ana.link(), tmp_path / "code.jpg", turned=12, soft=1), "camera")
    dan.core.open_link(dan.core.scan.state.link)
    assert dan.core.crowd.state.inviter is not None
    assert dan.core.crowd.state.inviter.name == "Ana"
    assert dan.core.crowd.state.friends == ()
    dan.core.crowd.accept_invite(dan.core.crowd.state.link)
    assert dan.core.crowd.state.told == copy.friends_now("Ana")
    assert [friend.name for friend in dan.core.crowd.state.friends] == ["Ana"]
    ana.sync()
    assert [friend.name for friend in ana.core.crowd.state.friends] == ["Dan"]


def test_a_code_of_somewhere_else_asks_this_kith_nothing(dan: Phone, tmp_path: Path) -> None:
    dan.core.scan.read(picture_of("https://other.example/i/Q2hhbmdlIG1lIGlu", tmp_path / "code.png"), "library")
    assert (dan.core.scan.state.link, dan.core.scan.state.line) == ("", scan_copy.elsewhere("other.example"))


def test_a_used_up_code_is_told_in_words(phone: Callable[..., Phone], dan: Phone, tmp_path: Path) -> None:
    ana = phone("Ana")
    link = ana.link()
    phone("Cleo").core.crowd.accept_invite(link)
    dan.core.scan.read(picture_of(link, tmp_path / "code.png"), "library")
    dan.core.open_link(dan.core.scan.state.link)
    assert dan.core.crowd.state.inviter is None
    assert dan.core.crowd.state.problem
