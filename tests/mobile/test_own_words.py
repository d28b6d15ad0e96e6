"""Words and faces of one's own, from one phone to the other."""

from pathlib import Path

import pytest
from PIL import Image

from mobile.app_core import Core
from mobile.presenters.people_state import GiftKind
from mobile.store import outbox
from mobile.store.outbox import Kind
from shared.codes import Refused
from tests.mobile.stage import DAY, TODAY, Stage

WORDS = "What a morning"


@pytest.fixture
def selfie(tmp_path: Path) -> Path:
    path = tmp_path / "selfie.jpg"
    Image.new("RGB", (640, 800), "peru").save(path)
    return path


def _waiting(core: Core) -> list[Kind]:
    with core.store.read() as db:
        return [command.kind for command in outbox.waiting(db)]


def _posted(stage: Stage, *, named: bool = True) -> tuple[Core, Core, str]:
    """Ana lets Ben write, and showed up today; both phones know."""
    habit = stage.habit()
    ana = stage.synced(stage.ana)
    if named:
        ana.crowd.let_write(stage.ben)
    ana.today.tick()
    ana.engine.run_once()
    ben = stage.synced(stage.ben)
    ben.feed.load()
    return ana, ben, habit


def test_naming_a_friend_holds_at_once_and_reaches_the_server(stage: Stage) -> None:
    stage.habit()
    ana = stage.synced(stage.ana)
    stage.server.offline = True
    ana.crowd.let_write(stage.ben)
    assert ana.crowd.state.writers == {stage.ben}
    stage.server.offline = False
    ana.engine.run_once()
    assert stage.server.world.writers == {(stage.ana, stage.ben)}
    assert ana.crowd.state.writers == {stage.ben}
    ana.crowd.let_write(stage.ben)
    ana.engine.run_once()
    assert stage.server.world.writers == set()


def test_only_who_is_named_is_offered_to_write(stage: Stage) -> None:
    _, ben, _ = _posted(stage, named=False)
    assert not ben.feed.state.cards[0].may_write
    cleo = stage.synced(stage.cleo)
    cleo.feed.load()
    assert not cleo.feed.state.cards[0].may_write


def test_a_line_is_there_at_once_offline_and_arrives_later(stage: Stage) -> None:
    ana, ben, _ = _posted(stage)
    stage.server.offline = True
    ben.feed.write(ben.feed.state.cards[0].id, f"  {WORDS} ")
    assert [said.text for said in ben.feed.state.cards[0].said] == [WORDS]
    assert _waiting(ben) == [Kind.COMMENT]
    ben.store.close()
    anew = stage.phone_of(stage.ben)
    assert [said.text for said in anew.feed.state.cards[0].said] == [WORDS]
    stage.server.offline = False
    anew.engine.run_once()
    assert [said.text for said in anew.feed.state.cards[0].said] == [WORDS]
    ana.engine.run_once()
    (said,) = ana.today.state.comments
    assert (said.text, said.person and said.person.name) == (WORDS, "Ben")
    (told,) = [one for one in ana.notices.state.items if one.words]
    assert (told.text, told.words) == ("Ben wrote to you.", WORDS)


def test_in_the_rounds_the_card_stays_and_shows_what_was_said(stage: Stage) -> None:
    _, ben, _ = _posted(stage)
    ben.rounds.open()
    card = ben.rounds.state.card
    assert card is not None
    assert card.may_write
    ben.rounds.write(WORDS)
    assert ben.rounds.state.card is not None
    assert [said.text for said in ben.rounds.state.card.said] == [WORDS]


@pytest.mark.parametrize("text", ["", "   ", "x" * 281, "https://evil.example"])
def test_what_is_no_line_is_told_before_it_is_sent(stage: Stage, text: str) -> None:
    _, ben, _ = _posted(stage)
    with pytest.raises(Refused):
        ben.feed.write(ben.feed.state.cards[0].id, text)
    assert _waiting(ben) == []


def test_the_writer_takes_it_back_sent_or_not(stage: Stage) -> None:
    _, ben, _ = _posted(stage)
    card = ben.feed.state.cards[0].id
    stage.server.offline = True
    ben.feed.write(card, WORDS)
    ben.feed.take_line_back(card, ben.feed.state.cards[0].said[0].comment_id)
    assert (_waiting(ben), ben.feed.state.cards[0].said) == ([], ())
    stage.server.offline = False
    ben.feed.write(card, WORDS)
    ben.engine.run_once()
    ben.feed.take_line_back(card, ben.feed.state.cards[0].said[0].comment_id)
    assert ben.feed.state.cards[0].said == ()
    ben.engine.run_once()
    assert stage.server.world.comments == {}


def test_the_owner_takes_it_away_at_once_and_for_good(stage: Stage) -> None:
    ana, ben, _ = _posted(stage)
    ben.feed.write(ben.feed.state.cards[0].id, WORDS)
    ben.engine.run_once()
    ana.engine.run_once()
    stage.server.offline = True
    ana.today.take_line_away(ana.today.state.comments[0].comment_id)
    assert ana.today.state.comments == ()
    assert not [one for one in ana.notices.state.items if one.words]
    stage.server.offline = False
    ana.engine.run_once()
    assert (ana.today.state.comments, stage.server.world.comments) == ((), {})


def test_the_owner_reports_a_line(stage: Stage) -> None:
    ana, ben, _ = _posted(stage)
    ben.feed.write(ben.feed.state.cards[0].id, WORDS)
    ben.engine.run_once()
    ana.engine.run_once()
    (comment,) = stage.server.world.comments
    ana.today.report_line(ana.today.state.comments[0].comment_id, "harassment")
    ana.engine.run_once()
    (report,) = stage.server.world.reports.values()
    assert (report["subject"], report["subject_id"]) == ("comment", comment)


def _missed(stage: Stage, *, named: bool = False) -> tuple[Core, Core, str]:
    """Ana missed yesterday, and Ben holds the card."""
    stage.habit(kept=7, until=TODAY - DAY)
    if named:
        stage.server.world.writers.add((stage.ana, stage.ben))
    stage.server.world.sweep()
    ben = stage.synced(stage.ben)
    ben.rounds.open()
    (miss,) = stage.server.world.misses
    return stage.synced(stage.ana), ben, miss


def test_a_cheer_with_ones_face_and_words(stage: Stage, selfie: Path) -> None:
    ana, ben, miss = _missed(stage, named=True)
    ben.rounds.write("Take a walk")
    assert ben.rounds.state.card is not None
    assert ben.rounds.state.card.line == "Take a walk"
    ben.rounds.cheer_with_face(selfie, "camera")
    assert [kind for kind in _waiting(ben) if kind in (Kind.PHOTO, Kind.ANSWER_MISS)] == [Kind.PHOTO, Kind.ANSWER_MISS]
    ben.engine.run_once()
    answer = stage.server.world.miss_answers[miss, stage.ben]
    assert (answer["kind"], answer["preset"], answer["words"]) == ("cheer", None, "Take a walk")
    ana.engine.run_once()
    ana.engine.run_once()
    face = next(face for face in ana.today.state.faces if face.name == "Ben")
    assert (face.badge, face.picture is not None) == ("hug", True)
    (told,) = [one for one in ana.notices.state.items if one.gifts]
    assert [gift.kind for gift in told.gifts] == [GiftKind.CHEER, GiftKind.FACE]
    ana.notices.take_away(told.id, GiftKind.FACE)
    ana.engine.run_once()
    assert stage.server.world.miss_answers[miss, stage.ben]["picture"] is None


def test_words_go_with_one_card_and_not_with_the_next(stage: Stage) -> None:
    _, ben, miss = _missed(stage, named=True)
    ben.rounds.write("Take a walk")
    ben.rounds.skip()
    ben.rounds.open(change=miss)
    ben.rounds.cheer("hug")
    ben.engine.run_once()
    assert stage.server.world.miss_answers[miss, stage.ben]["words"] == ""


def test_a_nudge_with_ones_face(stage: Stage, selfie: Path) -> None:
    habit = stage.habit()
    ben = stage.synced(stage.ben)
    ben.feed.nudge_with_face(habit, "waiting_for_yours", selfie, "camera")
    assert _waiting(ben) == [Kind.PHOTO, Kind.NUDGE]
    ben.engine.run_once()
    assert list(stage.server.world.nudges.values()) == ["waiting_for_yours"]
    ana = stage.synced(stage.ana)
    ana.engine.run_once()
    (told,) = [one for one in ana.notices.state.items if one.gifts]
    assert told.person is not None
    assert told.person.picture is not None
    ana.notices.take_away(told.id, GiftKind.FACE)
    ana.engine.run_once()
    assert stage.server.world.nudge_faces == {}
