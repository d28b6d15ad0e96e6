"""Room on the phone: bounded, what was seen longest ago goes first, and nothing that only lies here ever goes."""

import os
from pathlib import Path

import pytest

from mobile.actions.check_in import check_in, pick_photo
from mobile.app_core import Core
from mobile.presenters import copy
from mobile.presenters.compose_state import ComposeMode
from mobile.store import cache, photos, room
from mobile.store.database import Store
from shared import limits
from shared.languages import say
from tests.mobile.stage import DAY, NOON, Stage
from tests.server.images import jpeg

KB = bytes(1024)


def _post(core: Core, habit: str, picture: Path, back: int) -> Path:
    """A photo of this phone on a day so long ago; answers where its file lies."""
    at = NOON - back * DAY
    picked = pick_photo(core.store, path=picture, source="camera", now=at)
    check_in(core.store, habit_id=habit, day=at.date(), now=at, zone="UTC", picked=picked)
    return photos.path_of(core.store, picked.id)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "taken.jpg"
    path.write_bytes(jpeg())
    return path


def test_what_was_seen_longest_ago_goes_first(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for key in ("first", "second", "third"):
        assert cache.add(store, key, KB, bytes_max=3 * len(KB))
        os.utime(cache.path_of(store, key), (1000, 1000))
    cache.seen(cache.path_of(store, "first"))
    cache.add(store, "fourth", KB, bytes_max=2 * len(KB))
    assert [key for key in ("first", "second", "third", "fourth") if cache.has(store, key)] == ["first", "fourth"]
    assert cache.size(store) == 2 * len(KB)
    store.close()


def test_a_disk_without_room_keeps_no_part_of_a_picture_and_all_that_was_there(tmp_path: Path) -> None:
    store = Store(tmp_path)
    cache.add(store, "here", KB)
    store.cache_dir.joinpath("there.part").mkdir()  # nothing can be written under this name
    assert not cache.add(store, "there", KB)
    assert cache.has(store, "here")
    assert not cache.has(store, "there")
    store.close()


def test_making_room_lets_go_of_what_the_server_has_and_of_nothing_else(stage: Stage, picture: Path) -> None:
    habit = stage.habit(kept=20)
    core = stage.synced(stage.ana)
    old, late = _post(core, habit, picture, 15), _post(core, habit, picture, 2)
    core.engine.run_once()
    unsent = _post(core, habit, picture, 14)
    before = room.taken(core.store)
    core.me.open()
    core.me.make_room()
    assert not old.exists()
    assert late.exists()
    assert unsent.exists()
    assert room.taken(core.store) < before
    assert core.me.state.stored == round(room.taken(core.store) / 1024 / 1024)
    core.engine.run_once()
    assert [name for name in stage.server.requests if name.startswith("PUT /api/v1/photos/")][-1].endswith(unsent.stem)


def test_own_photos_are_bounded_and_the_oldest_accepted_go_first(stage: Stage, picture: Path) -> None:
    habit = stage.habit(kept=20)
    core = stage.synced(stage.ana)
    old, newer = _post(core, habit, picture, 9), _post(core, habit, picture, 8)
    core.engine.run_once()
    waiting = _post(core, habit, picture, 12)
    room.keep_within(core.store, own_max=newer.stat().st_size)
    assert (old.exists(), newer.exists(), waiting.exists()) == (False, True, True)
    room.keep_within(core.store, own_max=limits.PHONE_OWN_BYTES)
    assert newer.exists()


def test_a_photo_without_room_is_told_in_words_and_what_was_composed_stays(stage: Stage, picture: Path) -> None:
    habit = stage.habit(kept=2)
    core = stage.synced(stage.ana)
    core.compose.open(habit, None)
    core.compose.set_mode(ComposeMode.PHOTO)
    core.compose.set_caption("Ten slow minutes.")
    kept = core.store.photos_dir
    aside = kept.with_name("aside")
    kept.rename(aside)  # as full as a disk can be: nothing is written there
    core.compose.pick(picture, "camera")
    assert core.compose.state.problem == say(copy.NO_ROOM)
    assert core.compose.state.caption == "Ten slow minutes."
    aside.rename(kept)
    core.compose.pick(picture, "camera")
    assert core.compose.state.problem == ""
    assert core.compose.post()
