"""Beside, in Ana's and Ben's hands: what days stand beside, somebody to be like, and starting beside a friend."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PIL import Image

from mobile.api.fake.beside import offer_beside
from mobile.app_core import Core
from mobile.device.desktop.share import DesktopShare
from mobile.device.protocols import OnPhoto
from mobile.ui.shell import Shell
from mobile.ui.widgets.clip import TURN, Clip
from mobile.ui.widgets.photo import Photo
from mobile.ui.widgets.side_by_side import SideBySide
from shared.moods import Role
from tests.mobile.stage import DAY, TODAY, Stage
from tests.ui.hand import Hand
from tools.shooting.photos import SamplePhotos
from tools.stage import wait_until

OpenApp = Callable[[Core], Shell]


@dataclass
class Picker:
    """Somebody who always picks this one."""

    path: Path
    asked: list[bool] = field(default_factory=list)
    """Each time whether it might move."""

    def pick(self, on_photo: OnPhoto, *, clips: bool = False) -> None:
        self.asked.append(clips)
        on_photo(self.path)


@pytest.fixture
def clip(tmp_path: Path, photos: SamplePhotos) -> Path:
    stills = [Image.open(photos.path("yoga", day)).resize((90, 120)) for day in (1, 5, 9)]
    path = tmp_path / "yoga.gif"
    stills[0].save(path, save_all=True, append_images=stills[1:], duration=80)
    return path


def _bens_swim(stage: Stage, photos: SamplePhotos) -> str:
    """Ben swims, and Ana may see it."""
    world = stage.server.world
    habit = world.add_habit(stage.ben, "Swim", icon="pool", starts_on=TODAY - 2 * DAY)
    for back in (2, 1):
        world.post(habit, TODAY - back * DAY, photo=Path(photos.path("drawing", 3 - back)).read_bytes())
    world.seat(habit, stage.ana, Role.GALLERY)
    return habit


def _photos_on_screen(hand: Hand) -> list[Photo]:
    return [widget for widget in hand.widgets() if isinstance(widget, Photo)]


def test_yesterday_is_chosen_on_today_and_said_there(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    habit = stage.habit(kept=3)
    ana = stage.synced(stage.ana)
    open_app(ana)
    assert "Beside day 1" in hand.words()
    hand.tap("beside")
    hand.tap("beside_yesterday")
    hand.rest()
    assert {"Beside yesterday", "Day 3"} <= set(hand.words())
    ana.engine.run_once()
    assert stage.server.world.anchors[habit] == {"kind": "yesterday"}


def test_a_clip_chosen_while_composing_plays_there_and_keeps_what_was_written(
    stage: Stage, hand: Hand, open_app: OpenApp, clip: Path
) -> None:
    stage.habit(kept=2)
    picker = Picker(clip)
    ana = stage.phone_of(stage.ana, picker=picker)
    ana.engine.run_once()
    open_app(ana)
    hand.tap("camera_half")
    hand.write("caption", "ten lengths")
    hand.tap("beside")
    hand.tap("beside_clip")
    hand.rest()
    assert {"Beside a clip", "Your clip", "Line up with a clip"} <= set(hand.words())
    (playing,) = [photo for photo in _photos_on_screen(hand) if isinstance(photo, Clip)]
    first = playing.paths[0]
    hand.until(lambda: playing.paths[0] != first)
    assert ana.compose.state.caption == "ten lengths"
    assert picker.asked == [True]


def test_a_file_that_is_no_clip_says_so_and_changes_nothing(
    stage: Stage, hand: Hand, open_app: OpenApp, tmp_path: Path
) -> None:
    stage.habit(kept=2)
    film = tmp_path / "row.mp4"
    film.write_bytes(b"a film")
    ana = stage.phone_of(stage.ana, picker=Picker(film))
    ana.engine.run_once()
    open_app(ana)
    for key in ("beside", "beside_clip"):
        hand.tap(key)
    assert "Videos (MP4) can't be read on this machine. A moving GIF or WebP works." in hand.words()
    hand.tap("sheet_close")
    assert "Beside day 1" in hand.words()


def test_where_things_are_kept_still_a_clip_stands_still(
    stage: Stage, hand: Hand, open_app: OpenApp, clip: Path
) -> None:
    stage.habit(kept=2)
    ana = stage.synced(stage.ana)
    ana.me.set_calm(True)
    ana.beside.choose_clip(clip)
    open_app(ana)
    hand.rest()
    assert "Your clip" in hand.words()
    assert not [photo for photo in _photos_on_screen(hand) if isinstance(photo, Clip)]


def test_a_clip_that_left_the_screen_turns_no_more_pages(hand: Hand, photos: SamplePhotos) -> None:
    pages = [photos.path("yoga", day) for day in (1, 5)]
    playing = Clip(paths=[pages[0]], pages=pages)
    hand.show(playing)
    hand.until(lambda: playing.paths[0] == pages[1])
    hand.clear()
    shown, seen = playing.paths[0], []
    other = Clip(paths=[pages[0]], pages=pages)
    hand.show(other)
    other.bind(paths=lambda *_: seen.append(True))
    wait_until(lambda: len(seen) > 2, hand.frames, seconds=TURN * 20)
    assert playing.paths[0] == shown


def test_a_friend_is_kept_beside_mine_from_the_feed_and_laid_beside_it(
    stage: Stage, hand: Hand, open_app: OpenApp, photos: SamplePhotos
) -> None:
    habit, swim = stage.habit(kept=2), _bens_swim(stage, photos)
    ana = stage.synced(stage.ana)
    shell = open_app(ana)
    shell.go("cheers")
    hand.rest()
    card = next(card for card in ana.feed.state.cards if card.headline == "Ben, day 2.")
    hand.tap(f"keep_{card.id}")
    assert "Ben stands beside Morning run." in hand.words()
    hand.tap("sheet_close")
    ana.engine.run_once()
    ana.engine.run_once()
    hand.tap("tab_today")
    hand.rest()
    assert {"Ben, day 2", "Beside Ben", "Ben · day 2"} <= set(hand.words())
    hand.tap("models")
    hand.rest()
    (shown,) = [widget for widget in hand.widgets() if isinstance(widget, SideBySide)]
    (duet,) = [photo for photo in shown.walk() if isinstance(photo, Photo)]
    assert len(duet.paths) == 2
    hand.tap("end_model")
    hand.tap("end_beside")
    ana.engine.run_once()
    assert stage.server.world.role_models[habit] == []
    assert stage.server.world.anchors[habit]["habit"] == swim, "what the days stand beside is another matter"
    assert hand.find("models") is None


def test_with_several_habits_one_says_beside_which(
    stage: Stage, hand: Hand, open_app: OpenApp, photos: SamplePhotos
) -> None:
    _, other = stage.habit(kept=2), stage.habit(kept=2, title="Read")
    swim = _bens_swim(stage, photos)
    ana = stage.synced(stage.ana)
    open_app(ana)
    hand.tap("tab_cheers")
    hand.tap("rounds")
    hand.tap("beside")
    hand.tap("keep_beside")
    hand.tap(f"keep_at_{other}")
    ana.engine.run_once()
    assert stage.server.world.role_models == {other: [swim]}


def test_one_tap_in_the_feed_starts_beside_and_one_more_takes_it_back(
    stage: Stage, hand: Hand, open_app: OpenApp, photos: SamplePhotos
) -> None:
    habit, _ = stage.habit(kept=2), _bens_swim(stage, photos)
    ana = stage.synced(stage.ana)
    shell = open_app(ana)
    shell.go("cheers")
    hand.rest()
    hand.tap(f"start_{ana.feed.state.cards[0].id}")
    hand.rest()
    assert {"Swim", "You started beside Ben.", "Beside Ben"} <= set(hand.words())
    ana.engine.run_once()
    started = next(one for one, body in stage.server.world.habits.items() if body["title"] == "Swim" and one != habit
                   and stage.server.world.owners[one] == stage.ana)  # fmt: skip
    hand.tap("started_undo")
    ana.engine.run_once()
    assert stage.server.world.habits[started]["archived"]
    assert "Swim" not in hand.words()


def test_in_the_rounds_it_takes_a_sheet_and_is_started_all_the_same(
    stage: Stage, hand: Hand, open_app: OpenApp, photos: SamplePhotos
) -> None:
    _bens_swim(stage, photos)
    ana = stage.synced(stage.ana)
    open_app(ana)
    hand.tap("tab_cheers")
    hand.tap("rounds")
    hand.tap("beside")
    assert hand.find("keep_beside") is None, "there is nothing of mine yet it could stand beside"
    hand.tap("start_beside")
    hand.rest()
    assert "You started beside Ben." in hand.words()
    hand.tap("started_good")
    assert "You started beside Ben." not in hand.words()


def test_where_its_owner_says_no_nothing_offers_it(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    habit = stage.habit(kept=2)
    ana = stage.synced(stage.ana)
    shell = open_app(ana)
    shell.go("crowd")
    hand.rest()
    hand.tap("allow_beside")
    ana.engine.run_once()
    assert not stage.server.world.habits[habit]["beside_allowed"]
    ben = stage.synced(stage.ben)
    shell = open_app(ben)
    shell.go("cheers")
    hand.rest()
    first = ben.feed.state.cards[0].id
    assert hand.find(f"start_{first}") is None
    assert hand.find(f"keep_{first}") is not None


def test_who_came_in_for_it_starts_from_today(
    stage: Stage, hand: Hand, open_app: OpenApp, photos: SamplePhotos
) -> None:
    habit = stage.habit(kept=2, crowd=False)
    stage.server.world.befriend(stage.ana, stage.dan)
    offer_beside(stage.server.world, stage.dan, habit, (TODAY - DAY).isoformat())
    dan = stage.synced(stage.dan)
    open_app(dan)
    assert "Morning run, beside Ana?" in hand.words()
    hand.tap("offer_away")
    assert "Morning run, beside Ana?" not in hand.words()
    hand.tap("tab_crowd")
    hand.tap(f"start_{habit}")
    hand.rest()
    assert "You started beside Ana." in hand.words()


def test_the_empty_half_goes_along_with_the_link(
    stage: Stage, hand: Hand, open_app: OpenApp, photos: SamplePhotos, tmp_path: Path
) -> None:
    habit = stage.habit(crowd=False)
    copied: list[str] = []
    ana = stage.phone_of(stage.ana, share=DesktopShare(copied.append, folder=tmp_path / "pictures"))
    ana.engine.run_once()
    ana.me.set_calm(True)
    ana.compose.open(habit)
    ana.compose.pick(photos.path("morning_run", 1), "library")
    ana.compose.post()
    ana.engine.run_once()
    open_app(ana)
    hand.tap("invite")
    hand.tap("share_half")
    hand.rest()
    (file,) = (tmp_path / "pictures").iterdir()
    assert any(str(file) in words for words in hand.words())
    assert copied[0].startswith("http://kith.test/g/")


def test_one_says_whether_one_wants_to_hear_of_it(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    ana = stage.synced(stage.ana)
    shell = open_app(ana)
    shell.go("me")
    hand.rest()
    hand.tap("told_of_beside")
    ana.engine.run_once()
    assert stage.server.world.people[stage.ana]["told_of_beside"]


def test_what_is_not_shared_now_says_so_and_one_may_stop_looking(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    habit = stage.habit(kept=2)
    ben = stage.synced(stage.ben)
    stage.server.world.habits[habit]["seats"] = []
    ben.engine.run_once()
    shell = open_app(ben)
    shell.go("crowd")
    hand.rest()
    assert "Not sharing right now" in hand.words()
    assert not [words for words in hand.words() if "Morning run" in words]
    hand.tap(f"quiet_{stage.ana}")
    hand.tap("stop_looking")
    assert "Not sharing right now" not in hand.words()


@pytest.mark.parametrize(("kind", "shown"), [("started_beside", True), ("kept_beside", True), ("kept_beside", False)])
def test_who_is_beside_me_now_is_one_tap_away(
    stage: Stage, hand: Hand, open_app: OpenApp, kind: str, shown: bool
) -> None:
    world, mine = stage.server.world, stage.habit(kept=2)
    for _ in range(2):
        _day_of(stage, stage.cleo)
    if shown:
        _day_of(stage, stage.ben)
    world.notices[stage.ana].append({
        "id": "n1", "kind": kind, "text": "Ben runs beside you.", "habit": mine, "date": None, "read_at": None,
        "created_at": stage.time.instant.isoformat(), "person": world.shown(stage.ben),
    })  # fmt: skip
    ana = stage.synced(stage.ana)
    open_app(ana).go("cheers")
    hand.rest()
    assert not _in_sight(hand, ana, stage.ben), "Cleo's days stand above his"
    hand.tap("notice_n1")
    if shown:
        hand.until(lambda: _in_sight(hand, ana, stage.ben))
        assert "What friends did" in hand.words()
    else:
        assert {"Who looks, and whom you look at", "Ben"} <= set(hand.words()), (
            "he shows her nothing: among her friends he stands"
        )


def _day_of(stage: Stage, person: str) -> None:
    """This friend shows Ana a habit, and its first day today."""
    habit = stage.server.world.add_habit(person, "Read", starts_on=TODAY)
    stage.server.world.seat(habit, stage.ana, Role.GALLERY)
    stage.server.world.post(habit, TODAY)


def _in_sight(hand: Hand, core: Core, person: str) -> bool:
    """Whether this friend's card in the feed begins on the screen."""
    keys = [f"more_{card.id}" for card in core.feed.state.cards if card.person.person_id == person]
    tops = [widget.to_window(*widget.center)[1] for widget in map(hand.find, keys) if widget is not None]
    return any(130 < top < 824 for top in tops)
