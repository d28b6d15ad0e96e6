"""Answering with one's own face, from one phone to the other."""

from pathlib import Path

import pytest
from PIL import Image

from mobile.app_core import Core
from mobile.store import outbox
from mobile.store.outbox import Kind
from tests.mobile.stage import TODAY, Stage


@pytest.fixture
def selfie(tmp_path: Path) -> Path:
    path = tmp_path / "selfie.jpg"
    Image.new("RGB", (640, 800), "peru").save(path)
    return path


def _shown(stage: Stage) -> tuple[Core, str]:
    """Ana posted; Ben's phone has her card."""
    habit = stage.habit()
    ana = stage.synced(stage.ana)
    ana.today.tick()
    ana.engine.run_once()
    return ana, habit


def _waiting(core: Core) -> list[Kind]:
    with core.store.read() as db:
        return [command.kind for command in outbox.waiting(db)]


def _picture_of(core: Core, name: str) -> str | None:
    return next(face.picture for face in core.today.state.faces if face.name == name)


def test_a_picture_is_one_hold_away_and_reaches_the_one_it_answers(stage: Stage, selfie: Path) -> None:
    ana, habit = _shown(stage)
    ben = stage.synced(stage.ben)
    ben.rounds.open()
    ben.rounds.answer_with_face(selfie, "camera")
    ben.engine.run_once()
    assert stage.server.world.reactions[habit, TODAY.isoformat(), stage.ben][0] == "face"
    ana.engine.run_once()
    ana.engine.run_once()
    picture = _picture_of(ana, "Ben")
    assert picture is not None
    assert (
        Path(picture).read_bytes()
        == stage.server.world.photos[stage.server.world.faces[habit, TODAY.isoformat(), stage.ben]]
    )
    assert ana.today.state.replay[-1].face.picture == picture
    assert {face.picture for face in ana.today.state.replay_from} == {None}, "nobody looks out before they turned"


def test_offline_it_waits_with_its_picture_through_a_kill(stage: Stage, selfie: Path) -> None:
    _, habit = _shown(stage)
    ben = stage.synced(stage.ben)
    ben.feed.load()
    stage.server.offline = True
    ben.feed.answer_with_face(ben.feed.state.cards[0].id, selfie, "library")
    assert _waiting(ben) == [Kind.PHOTO, Kind.FACE]
    ben.store.close()
    anew = stage.phone_of(stage.ben)
    assert anew.feed.state.cards[0].choices
    stage.server.offline = False
    anew.engine.run_once()
    assert (habit, TODAY.isoformat(), stage.ben) in stage.server.world.faces
    again = stage.phone_of(stage.ben)
    assert not list(again.store.photos_dir.iterdir()), "what was sent and is shown nowhere is not kept"


def test_the_one_it_answers_can_take_it_away_at_once(stage: Stage, selfie: Path) -> None:
    ana, habit = _shown(stage)
    ben = stage.synced(stage.ben)
    ben.rounds.open()
    ben.rounds.answer_with_face(selfie, "camera")
    ben.engine.run_once()
    ana.engine.run_once()
    ana.engine.run_once()
    stage.server.offline = True
    ana.today.remove_face(stage.ben)
    assert _picture_of(ana, "Ben") is None
    stage.server.offline = False
    ana.engine.run_once()
    assert (habit, TODAY.isoformat(), stage.ben) not in stage.server.world.faces
    ana.engine.run_once()
    assert _picture_of(ana, "Ben") is None
    assert not list(ana.store.cache_dir.glob(f"*{stage.ben}*")), "nor are its bytes kept"


def test_what_is_no_picture_answers_nothing(stage: Stage, tmp_path: Path) -> None:
    _shown(stage)
    ben = stage.synced(stage.ben)
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"no picture")
    ben.rounds.open()
    ben.rounds.answer_with_face(broken, "library")
    assert Kind.FACE not in _waiting(ben)


def test_a_refused_picture_stays_in_the_tray_until_it_is_let_go(stage: Stage, selfie: Path) -> None:
    _shown(stage)
    ben = stage.synced(stage.ben)
    ben.rounds.open()
    stage.server.offline = True
    ben.rounds.answer_with_face(selfie, "camera")
    with ben.store.read() as db:
        photo = next(command.body["photo"] for command in outbox.waiting(db) if command.kind is Kind.FACE)
    stage.server.world.photos[photo] = "photo_not_an_image"
    stage.server.offline = False
    ben.engine.run_once()
    refused = [item for item in ben.today.state.tray if item.refused]
    assert [item.title for item in refused] == ["Photo for Ana", "Your face for Ana"]
    ben.today.drop(refused[1].outbox_id)
    assert [item for item in ben.today.state.tray if item.refused] == []
