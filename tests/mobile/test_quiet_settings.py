"""What may ring, sound, move and be shown: this person's and this phone's."""

import struct

from mobile.device.notes import CHORD, chord_path, note_path, render
from tests.mobile.stage import Stage


def test_the_hour_of_the_rounds_and_quiet_looks_are_the_person_s(stage: Stage) -> None:
    core = stage.synced(stage.ana)
    assert (core.me.state.rounds_minute, core.me.state.looks_quietly) == (1140, False)
    stage.server.offline = True
    core.me.set_rounds(None)
    core.me.set_looks_quietly(True)
    assert (core.me.state.rounds_minute, core.me.state.looks_quietly) == (None, True)
    stage.server.offline = False
    core.engine.run_once()
    told = stage.server.world.people[stage.ana]
    assert (told["rounds_minute"], told["looks_quietly"]) == (None, True)


def test_silence_and_calm_are_this_phone_s_and_stay_with_it(stage: Stage) -> None:
    core = stage.synced(stage.ana)
    core.me.set_silent(True)
    core.me.set_calm(True)
    assert core.me.state.unsent == 0
    anew = stage.phone_of(stage.ana)
    assert (anew.me.state.silent, anew.me.state.calm) == (True, True)
    assert (anew.today.state.silent, anew.today.state.calm) == (True, True)
    anew.me.set_silent(False)
    assert not stage.phone_of(stage.ana).me.state.silent


def test_a_relay_is_answered_on_its_line(stage: Stage) -> None:
    habit = stage.habit(kept=3)
    stage.server.world.post(habit, stage.time.instant.date())
    stage.server.world.notices[stage.ben].append({
        "id": "n1", "kind": "relay", "text": "Ana showed up. Yours could be the first face.",
        "created_at": stage.time.instant.isoformat(), "read_at": None, "habit": habit,
        "date": stage.time.instant.date().isoformat(), "person": stage.server.world.shown(stage.ana),
    })  # fmt: skip
    core = stage.synced(stage.ben)
    (line,) = core.notices.state.items
    assert [choice.kind for choice in line.choices] == ["proud", "clap", "fire", "strong", "heart", "laugh"]
    stage.server.offline = True
    core.notices.react("n1", "fire")
    (line,) = core.notices.state.items
    assert [choice.kind for choice in line.choices if choice.chosen] == ["fire"]
    assert not line.unread
    stage.server.offline = False
    core.engine.run_once()
    day = stage.time.instant.date().isoformat()
    assert stage.server.world.reactions[habit, day, stage.ben][0] == "fire"


def test_notes_are_made_here_once_and_whole(stage: Stage) -> None:
    folder = stage.folder / "sounds"
    paths = [note_path(folder, note) for note in range(8)] + [chord_path(folder)]
    assert len({path.read_bytes() for path in paths}) == 9
    assert all(path.read_bytes()[:4] == b"RIFF" and path.stat().st_size < 60_000 for path in paths)
    assert not list(folder.glob("*.part"))
    before = paths[0].stat().st_mtime_ns
    assert note_path(folder, 0).stat().st_mtime_ns == before
    samples = struct.unpack("<10000h", render(CHORD)[:20_000])
    loudest = max(map(abs, samples))
    assert 1_000 < loudest < 32_767, "to be heard, and not clipped"
