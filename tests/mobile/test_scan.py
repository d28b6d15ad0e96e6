"""A friend's code is read from a picture. Only an invitation to this Kith leads anywhere; the rest is told in words."""

from pathlib import Path

import pytest
from PIL import Image

from mobile.api.fake.accounts import ADDRESS
from mobile.app_core import Core
from mobile.presenters import scan_copy
from mobile.presenters.scan import is_invitation
from shared.codes import SENTENCES, Code
from tests.mobile.codes import READER, picture_of
from tests.mobile.stage import Stage

TOKEN = "Q2hhbmdlIG1lIGludG8gYSBzZWNyZXQ"
HOSTS = frozenset({"kith.test", "kith.invalid"})


def scanning(stage: Stage) -> Core:
    core = stage.phone_of(stage.dan, codes=READER)
    core.engine.run_once()
    core.scan.open()
    return core


def invitation_of(stage: Stage) -> str:
    ana = stage.synced(stage.ana)
    ana.crowd.invite()
    return ana.crowd.state.invite_url


@pytest.mark.parametrize(
    ("turned", "side", "soft"), [(0, 420, 0), (17, 420, 1.5), (180, 300, 1), (90, 900, 2), (45, 260, 0.5)]
)
def test_a_code_on_a_screen_is_read_however_it_is_held(
    stage: Stage, tmp_path: Path, turned: float, side: int, soft: float
) -> None:
    core, link = scanning(stage), invitation_of(stage)
    core.scan.read(picture_of(link, tmp_path / "code.jpg", turned=turned, side=side, soft=soft), "camera")
    assert (core.scan.state.link, core.scan.state.line, core.scan.state.busy) == (link, "", False)


@pytest.mark.parametrize(
    ("says", "line"),
    [
        ("https://evil.example/i/" + TOKEN, scan_copy.elsewhere("evil.example")),
        (f"{ADDRESS}/g/{TOKEN}", scan_copy.NO_INVITATION),
        (f"{ADDRESS}.evil.example/i/{TOKEN}", scan_copy.elsewhere("kith.test.evil.example")),
        (f"http://kith.test@evil.example/i/{TOKEN}", scan_copy.elsewhere("evil.example")),
        ("WIFI:T:WPA;S=home;P=secret;;", scan_copy.NO_INVITATION),
        (f"javascript://kith.test/i/{TOKEN}", scan_copy.NO_INVITATION),
    ],
)
def test_whatever_else_it_says_is_told_and_never_opened(stage: Stage, tmp_path: Path, says: str, line: str) -> None:
    core = scanning(stage)
    asked = len(stage.server.requests)
    core.scan.read(picture_of(says, tmp_path / "code.png"), "library")
    assert (core.scan.state.link, core.scan.state.line) == ("", line)
    assert [one for one in stage.server.requests[asked:] if "about" not in one] == []


def test_a_picture_without_a_code_and_a_file_that_is_none_are_told_apart(stage: Stage, tmp_path: Path) -> None:
    core = scanning(stage)
    Image.new("RGB", (900, 900), "#C0804A").save(tmp_path / "wall.jpg")
    core.scan.read(tmp_path / "wall.jpg", "library")
    assert core.scan.state.line == scan_copy.NOTHING_READ
    (tmp_path / "notes.jpg").write_text("not a picture")
    core.scan.read(tmp_path / "notes.jpg", "library")
    assert core.scan.state.line == SENTENCES[Code.PHOTO_NOT_AN_IMAGE]


def test_what_was_told_is_gone_at_the_next_look(stage: Stage) -> None:
    core = scanning(stage)
    core.scan.no_picture("camera")
    assert core.scan.state.line == scan_copy.CAMERA_GAVE_NONE
    core.scan.no_picture("library")
    assert core.scan.state.line == scan_copy.LIBRARY_GAVE_NONE
    core.scan.open()
    assert core.scan.state.line == ""


def test_without_a_reader_it_says_so(stage: Stage, tmp_path: Path) -> None:
    core = stage.synced(stage.dan)
    core.scan.open()
    core.scan.read(picture_of("anything", tmp_path / "code.png"), "library")
    assert (core.scan.state.can_read, core.scan.state.line, core.scan.state.link) == (False, "", "")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (f"http://kith.test/i/{TOKEN}", True),
        (f"HTTPS://KITH.TEST/i/{TOKEN}/", True),
        (f"http://kith.test:8000/i/{TOKEN}", False),
        (f"http://kith.test/i/{TOKEN}?next=https://evil.example", False),
        (f"http://kith.test/i/{TOKEN}#", True),
        (f"http://ana@kith.test/i/{TOKEN}", False),
        ("http://kith.test/i/../admin", False),
        ("http://kith.test/i/", False),
        (f"/i/{TOKEN}", False),
        ("http://[", False),
        ("", False),
    ],
)
def test_what_an_invitation_to_this_kith_is(text: str, is_one: bool) -> None:
    assert is_invitation(text, HOSTS) is is_one
