"""What stands beside my days, who is kept beside them, and starting beside a friend: at once, offline too."""

from pathlib import Path

import pytest
from PIL import Image

from mobile.api.fake.beside import offer_beside
from mobile.api.fake.beside_printing import anchor_of
from mobile.app_core import Core
from mobile.presenters import beside_copy
from mobile.presenters.beside_state import TheirDay
from mobile.presenters.today_state import Card
from mobile.presenters.views import PhotoView
from mobile.store import outbox
from mobile.store.outbox import Kind
from shared.codes import SENTENCES, Code
from shared.moods import Role
from tests.mobile.stage import DAY, TODAY, Stage


def _moving(path: Path, frames: int) -> Path:
    stills = [Image.new("RGB", (40, 50), (40 + 4 * n, 120, 200)) for n in range(frames)]
    stills[0].save(path, save_all=True, append_images=stills[1:], duration=80)
    return path


def _bens_run(stage: Stage, *, kept: int = 3, photo: bytes = b"ben runs") -> str:
    """Ben has a habit of his own, and Ana sits in its gallery."""
    habit = stage.server.world.add_habit(stage.ben, "Swim", icon="pool", starts_on=TODAY - kept * DAY)
    for back in range(kept, 0, -1):
        stage.server.world.post(habit, TODAY - back * DAY, photo=photo)
    stage.server.world.seat(habit, stage.ana, Role.GALLERY)
    return habit


def _bens_day(core: Core) -> TheirDay:
    """His newest day, as the feed shows it."""
    core.feed.load()
    return max((card.day for card in core.feed.state.cards if card.day), key=lambda day: day.date)


def _left(core: Core) -> PhotoView:
    """What today stands beside."""
    assert core.today.state.anchor is not None
    return core.today.state.anchor


def _path(photo: PhotoView | None) -> Path:
    assert photo is not None
    assert photo.path is not None
    return Path(photo.path)


# What my days stand beside
def test_the_day_before_stands_beside_today_and_beside_nothing_else(stage: Stage) -> None:
    habit = stage.habit(kept=3)
    ana = stage.synced(stage.ana)
    assert _left(ana).label == "Day 1"
    stage.server.offline = True
    ana.beside.choose_yesterday()
    assert _left(ana).label == "Day 3"
    ana.compose.open(habit)
    assert (ana.compose.state.line_up, ana.compose.state.beside) == ("Line up with yesterday", "Beside yesterday")
    stage.server.offline = False
    ana.engine.run_once()
    assert stage.server.world.anchors[habit] == {"kind": "yesterday"}
    assert _left(ana).label == "Day 3"
    ana.beside.choose_day_one()
    assert _left(ana).label == "Day 1"
    ana.engine.run_once()
    assert habit not in stage.server.world.anchors


def test_a_picture_stands_there_at_once_and_its_bytes_reach_the_server(stage: Stage, photo: Path) -> None:
    habit = stage.habit(kept=2)
    ana = stage.synced(stage.ana)
    stage.server.offline = True
    ana.beside.choose_picture(photo)
    shown = _left(ana)
    assert (shown.label, shown.frames) == (beside_copy.YOUR_PICTURE, ())
    assert Image.open(_path(shown)).size == (60, 80)
    stage.server.offline = False
    ana.engine.run_once()
    (sent,) = stage.server.world.anchors[habit]["photos"]
    assert stage.server.world.photos[sent] == _path(shown).read_bytes()
    ana.engine.run_once()
    assert ana.today.state.anchor == shown, "the server's word shows the same picture, and fetches nothing"
    assert not [request for request in stage.server.requests if "/anchor/0/" in request]


def test_a_clip_is_twelve_pictures_that_play_unless_things_are_kept_still(stage: Stage, tmp_path: Path) -> None:
    habit = stage.habit(kept=2)
    ana = stage.synced(stage.ana)
    ana.beside.choose_clip(_moving(tmp_path / "row.gif", 40))
    shown = _left(ana)
    assert (shown.label, len(shown.frames), shown.path) == (beside_copy.YOUR_CLIP, 12, shown.frames[0])
    ana.me.set_calm(True)
    assert _left(ana).frames == ()
    ana.engine.run_once()
    assert len(stage.server.world.anchors[habit]["photos"]) == 12


def test_another_phone_fetches_the_clip_and_a_friend_sees_it_too(stage: Stage, tmp_path: Path) -> None:
    habit = stage.habit(kept=2)
    stage.server.world.post(habit, TODAY, photo=b"today")
    ana = stage.synced(stage.ana)
    ana.beside.choose_clip(_moving(tmp_path / "row.gif", 3))
    ana.engine.run_once()
    other, ben = stage.phone_of(stage.ana, "tablet"), stage.phone_of(stage.ben)
    for core in (other, ben):
        core.engine.run_once()
        core.engine.run_once()
    first = stage.server.world.photos[stage.server.world.anchors[habit]["photos"][0]]
    fetched = _left(other)
    assert len(fetched.frames) == 3
    assert _path(fetched).read_bytes() == first
    ben.feed.load()
    ben.engine.run_once()
    seen = ben.feed.state.cards[0].anchor
    assert seen is not None
    assert (seen.label, len(seen.frames)) == ("", 3)


def test_a_friend_reports_the_picture_beside_a_day_apart_from_the_day(stage: Stage, photo: Path) -> None:
    habit = stage.habit(kept=2)
    ana, ben = stage.synced(stage.ana), stage.synced(stage.ben)
    ben.feed.load()
    (newest, *_) = ben.feed.state.cards
    assert not newest.own_picture_beside, "her day 1 stands there"
    ana.beside.choose_picture(photo)
    ana.engine.run_once()
    ben.feed.load()
    assert ben.feed.state.cards[0].own_picture_beside
    shown = anchor_of(stage.server.world, stage.ben, habit, newest.day.date if newest.day else "")
    assert shown is not None
    ben.feed.report_beside(newest.id, "nudity")
    ana.beside.choose_yesterday()
    ana.engine.run_once()
    ben.feed.load()
    assert not ben.feed.state.cards[0].own_picture_beside, "a day that stands there is reported as a day"
    ben.feed.report_beside(newest.id, "nudity")
    ben.engine.run_once()
    (report,) = stage.server.world.reports.values()
    assert (report["subject"], report["subject_id"]) == ("anchor", shown["id"])


@pytest.mark.parametrize(
    ("name", "said"),
    [("row.mp4", beside_copy.NO_VIDEO.format(kind="MP4")), ("notes.txt", SENTENCES[Code.PHOTO_NOT_AN_IMAGE])],
)
def test_what_cannot_be_read_is_named_and_changes_nothing(stage: Stage, tmp_path: Path, name: str, said: str) -> None:
    stage.habit(kept=2)
    ana = stage.synced(stage.ana)
    file = tmp_path / name
    file.write_bytes(b"no picture")
    ana.beside.choose_clip(file)
    assert (ana.beside.state.problem, ana.beside.state.busy) == (said, False)
    assert ana.beside.state.kind == "day_one"
    assert list(ana.store.photos_dir.iterdir()) == []


def test_a_picture_given_up_is_forgotten_with_the_next_start(stage: Stage, photo: Path) -> None:
    stage.habit(kept=2)
    ana = stage.synced(stage.ana)
    ana.beside.choose_picture(photo)
    ana.engine.run_once()
    ana.beside.choose_day_one()
    ana.engine.run_once()
    ana.close()
    stage.open_cores.remove(ana)
    assert list(stage.phone_of(stage.ana).store.photos_dir.iterdir()) == []


# Friends beside mine
def test_a_friend_is_kept_beside_mine_offline_and_their_latest_day_waits_on_today(stage: Stage) -> None:
    habit, bens = stage.habit(kept=2), _bens_run(stage)
    ana = stage.synced(stage.ana)
    day = _bens_day(ana)
    ana.engine.run_once()
    stage.server.offline = True
    assert ana.beside.keep(day, habit)
    (model,) = ana.today.state.models
    assert (model.line, model.title) == ("Ben, day 3", "Swim")
    beside = _left(ana)
    assert (beside.label, _path(beside).read_bytes()) == ("Ben · day 3", b"ben runs")
    assert ana.today.state.beside == "Beside Ben"
    stage.server.offline = False
    ana.engine.run_once()
    world = stage.server.world
    assert world.role_models[habit] == [bens]
    assert world.anchors[habit] == {"kind": "check_in", "habit": bens, "date": day.date}
    world.post(bens, TODAY, photo=b"ben today")
    ana.engine.run_once()
    (model,) = ana.today.state.models
    assert model.line == "Ben, day 4"
    assert _path(model.photo).read_bytes() == b"ben today"


def test_whoever_may_no_longer_be_seen_stands_there_no_more_and_nothing_is_said(stage: Stage) -> None:
    habit, bens = stage.habit(kept=2), _bens_run(stage)
    ana = stage.synced(stage.ana)
    ana.beside.keep(_bens_day(ana), habit)
    ana.engine.run_once()
    stage.server.world.habits[bens]["seats"] = []
    ana.engine.run_once()
    today = ana.today.state
    assert (today.models, _left(ana).label, today.tray) == ((), "Day 1", ())
    ana.feed.load()
    assert not [path for path in ana.store.cache_dir.iterdir() if path.read_bytes() == b"ben runs"]


@pytest.mark.parametrize("how", ["unfriend", "block"])
def test_a_friend_let_go_offline_stands_there_no_more_at_once(stage: Stage, how: str) -> None:
    habit, _ = stage.habit(kept=2), _bens_run(stage)
    ana = stage.synced(stage.ana)
    ana.beside.keep(_bens_day(ana), habit)
    ana.engine.run_once()
    stage.server.offline = True
    getattr(ana.crowd, how)(stage.ben)
    assert (ana.today.state.models, _left(ana).label) == ((), "Day 1")


def test_a_fourth_friend_finds_no_room_and_that_is_said(stage: Stage) -> None:
    habit = stage.habit(kept=1)
    for _ in range(4):
        _bens_run(stage, kept=1)
    ana = stage.synced(stage.ana)
    ana.feed.load()
    kept = [ana.beside.keep(card.day, habit) for card in ana.feed.state.cards if card.day]
    assert kept == [True, True, True, False]
    assert ana.beside.state.problem == SENTENCES[Code.TOO_MANY_ROLE_MODELS]
    ana.engine.run_once()
    assert len(stage.server.world.role_models[habit]) == 3
    ana.beside.end(ana.beside.state.models[0].habit_id)
    ana.engine.run_once()
    assert len(ana.beside.state.models) == len(stage.server.world.role_models[habit]) == 2


def test_nobody_to_be_like_stands_beside_an_empty_day_or_a_rest(stage: Stage) -> None:
    habit, _ = stage.habit(kept=9), _bens_run(stage)
    ana = stage.synced(stage.ana)
    ana.beside.keep(_bens_day(ana), habit)
    assert ana.today.state.models
    stage.time.advance(DAY)
    stage.server.world.sweep()
    ana.engine.run_once()
    assert (ana.today.state.card, ana.today.state.models) == (Card.COLD, ())
    ana.today.rest_today()
    assert ana.today.state.models == ()


# Starting beside
def test_one_tap_makes_their_promise_mine_and_the_server_knows_its_days(stage: Stage) -> None:
    stage.habit(kept=2)
    bens = _bens_run(stage)
    stage.server.world.habits[bens]["schedule"] = {"frequency": "per_week", "times": 3, "measure": "tick"}
    ana = stage.synced(stage.ana)
    day = _bens_day(ana)
    ana.engine.run_once()
    stage.server.offline = True
    assert ana.beside.start(day)
    today = ana.today.state
    assert (today.title, today.started, today.beside, today.day_number) == ("Swim", "Ben", "Beside Ben", 1)
    assert _left(ana).label == "Ben · day 3"
    assert [model.line for model in today.models] == ["Ben, day 3"]
    stage.server.offline = False
    ana.engine.run_once()
    mine = stage.server.world.habits[ana.today.state.habit_id or ""]
    assert (mine["title"], mine["schedule"]["times"]) == ("Swim", 3)
    assert (ana.today.state.title, ana.today.state.beside) == ("Swim", "Beside Ben")


def test_the_first_day_of_it_is_a_duet_already(stage: Stage, photo: Path) -> None:
    _bens_run(stage)
    ana = stage.synced(stage.ana)
    ana.beside.start(_bens_day(ana))
    ana.engine.run_once()
    ana.compose.open(ana.today.state.habit_id or "")
    ana.compose.pick(photo, "library")
    assert ana.compose.post()
    today = ana.today.state
    assert (today.card, today.started, _left(ana).label) == (Card.DUET, "", "Ben · day 3")


def test_taken_back_before_anybody_heard_nothing_has_happened(stage: Stage) -> None:
    habit, _ = stage.habit(kept=2), _bens_run(stage)
    ana = stage.synced(stage.ana)
    day = _bens_day(ana)
    stage.server.offline = True
    ana.beside.start(day)
    ana.beside.undo_start()
    stage.server.offline = False
    ana.engine.run_once()
    assert [one for one, owner in stage.server.world.owners.items() if owner == stage.ana] == [habit]
    assert ana.today.state.habit_id == habit


def test_taken_back_later_it_is_put_away_like_any_promise(stage: Stage) -> None:
    habit, _ = stage.habit(kept=2), _bens_run(stage)
    ana = stage.synced(stage.ana)
    ana.beside.start(_bens_day(ana))
    ana.engine.run_once()
    started = ana.today.state.habit_id
    ana.beside.undo_start()
    ana.engine.run_once()
    assert stage.server.world.habits[started or ""]["archived"]
    assert ana.today.state.habit_id == habit


def test_taken_back_when_nobody_can_tell_whether_it_was_heard_it_is_put_away_too(stage: Stage) -> None:
    _bens_run(stage)
    ana = stage.synced(stage.ana)
    day = _bens_day(ana)
    stage.server.lose_answers = True
    ana.beside.start(day)
    ana.engine.run_once()
    started = ana.today.state.habit_id or ""
    assert started in stage.server.world.habits, "it arrived, and the answer was lost"
    ana.beside.undo_start()
    stage.server.lose_answers = False
    ana.engine.run_once()
    assert stage.server.world.habits[started]["archived"]


@pytest.mark.parametrize("why", ["closed", "gone"])
def test_what_was_started_offline_stays_mine_where_theirs_is_closed_by_now(stage: Stage, why: str) -> None:
    bens = _bens_run(stage)
    ana = stage.synced(stage.ana)
    day = _bens_day(ana)
    stage.server.offline = True
    ana.beside.start(day)
    ana.today.tick()
    started = ana.today.state.habit_id or ""
    if why == "closed":
        stage.server.world.habits[bens]["beside_allowed"] = False
    else:
        stage.server.world.habits[bens]["seats"] = []
    stage.server.offline = False
    ana.engine.run_once()
    world = stage.server.world
    assert (world.owners[started], world.habits[started]["title"]) == (stage.ana, "Swim")
    assert (started, TODAY.isoformat()) in world.check_ins
    assert (ana.today.state.tray, ana.today.state.beside) == ((), "Beside day 1")
    assert started not in world.role_models


def test_an_offer_waits_for_who_came_in_for_it_until_it_is_used_or_put_away(stage: Stage) -> None:
    habit = stage.habit(kept=2, crowd=False)
    stage.server.world.befriend(stage.ana, stage.dan)
    offer_beside(stage.server.world, stage.dan, habit, (TODAY - DAY).isoformat())
    dan = stage.synced(stage.dan)
    (offer,) = dan.today.state.offers
    assert (offer.text, dan.today.state.card) == ("Morning run, beside Ana?", Card.NO_HABIT)
    dan.today.put_offer_away()
    assert dan.today.state.offers == ()
    assert dan.beside.state.offers == (offer,), "in the crowd it still waits"
    dan.beside.start(offer.day)
    assert dan.beside.state.offers == ()
    dan.engine.run_once()
    dan.engine.run_once()
    assert (dan.beside.state.offers, dan.today.state.title) == ((), "Morning run")
    assert _left(dan).path is not None


def test_friends_may_start_beside_until_its_owner_says_no(stage: Stage) -> None:
    habit = stage.habit(kept=2)
    ana, ben = stage.synced(stage.ana), stage.synced(stage.ben)
    assert _bens_day(ben).may_start
    ana.beside.allow(False)
    assert not ana.beside.state.allowed
    ana.engine.run_once()
    assert not stage.server.world.habits[habit]["beside_allowed"]
    assert not _bens_day(ben).may_start


def test_who_wants_to_hear_of_it_says_so(stage: Stage) -> None:
    ana = stage.synced(stage.ana)
    assert not ana.me.state.told_of_beside
    ana.me.set_told_of_beside(True)
    ana.engine.run_once()
    assert stage.server.world.people[stage.ana]["told_of_beside"]
    assert ana.me.state.told_of_beside


def test_a_picture_dropped_from_the_tray_takes_its_files_along(stage: Stage, photo: Path) -> None:
    stage.habit(kept=2)
    ana = stage.synced(stage.ana)
    stage.server.offline = True
    ana.beside.choose_picture(photo)
    with ana.store.read() as db:
        (command,) = [one for one in outbox.listed(db) if one.kind is Kind.ANCHOR]
    ana.today.drop(command.id)
    with ana.store.read() as db:
        assert outbox.listed(db) == []
    assert list(ana.store.photos_dir.iterdir()) == []
    assert _left(ana).label == "Day 1"
