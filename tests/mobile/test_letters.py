"""Letters on the phone: given away and never read back, opened or burnt; gold ones; hard times."""

import pytest

from mobile.presenters import copy
from mobile.presenters.today_state import Card, LetterKind
from mobile.store import kv, letters
from mobile.store.database import FILE_NAME
from mobile.store.outbox import Kind
from shared.codes import SENTENCES, Code
from shared.letter_states import LetterState
from shared.limits import LETTER_OFFERED_AFTER
from shared.moods import Mood
from tests.mobile.lettered import HOUR, WORDS, bytes_of, lettered, may_open, miss_of, waiting
from tests.mobile.stage import DAY, TODAY, Stage


class TestGivingItAway:
    def test_it_is_offered_after_the_seventh_kept_day_and_put_away_for_good(self, stage: Stage) -> None:
        habit = stage.habit(kept=LETTER_OFFERED_AFTER - 2)
        core = stage.synced(stage.ana)
        core.today.tick()
        assert core.today.state.letter is None
        stage.time.advance(DAY)
        core.today.redraw()
        core.today.tick()
        band = core.today.state.letter
        assert band is not None
        assert (band.kind, band.letter_id, band.title) == (LetterKind.OFFER, habit, copy.LETTER_OFFER)
        assert band.detail == "You write it, Ben keeps it. Come back in time, and it burns unread."
        core.today.put_letter_away()
        assert core.today.state.letter is None
        stage.time.advance(DAY)
        core.today.redraw()
        core.today.tick()
        assert core.today.state.letter is None

    @pytest.mark.parametrize("who", ["sensitive", "young", "nobody to keep it"])
    def test_it_is_offered_only_where_letters_go(self, stage: Stage, who: str) -> None:
        habit = stage.habit(kept=9, crowd=who != "nobody to keep it")
        stage.server.world.habits[habit]["sensitive"] = who == "sensitive"
        stage.server.world.people[stage.ana]["adult"] = who != "young"
        core = stage.synced(stage.ana)
        core.today.tick()
        assert core.today.state.letter is None
        core.letters.open(habit)
        assert core.letters.state.can_write is (who == "nobody to keep it")

    def test_no_byte_of_it_stays_on_the_phone_once_it_is_sent(self, stage: Stage) -> None:
        habit = stage.habit(kept=9)
        core = stage.synced(stage.ana)
        core.letters.open(habit)
        stage.server.offline = True
        assert core.letters.write(f"  {WORDS} ")
        assert WORDS.encode() in bytes_of(stage, stage.ana)
        assert (core.letters.state.has, core.letters.state.standing) == (True, copy.LETTER_UNKEPT)
        stage.server.offline = False
        core.engine.run_once()
        assert stage.server.world.blue[habit]["text"] == WORDS
        assert WORDS.encode() not in bytes_of(stage, stage.ana)
        assert core.letters.state.has

    def test_an_answer_lost_on_the_way_leaves_no_byte_either(self, stage: Stage) -> None:
        habit = stage.habit(kept=9)
        core = stage.synced(stage.ana)
        core.letters.open(habit)
        core.letters.write(WORDS)
        stage.server.lose_answers = True
        core.engine.run_once()
        assert waiting(core) == [Kind.WRITE_BLUE]
        stage.server.lose_answers = False
        core.engine.run_once()
        assert WORDS.encode() not in bytes_of(stage, stage.ana)

    @pytest.mark.parametrize("words", ["", "   ", "x" * 141, "go to https://example.org", "tab\u0007", "\u202eback"])
    def test_words_no_letter_may_have_are_told_at_once_and_queued_nowhere(self, stage: Stage, words: str) -> None:
        habit = stage.habit(kept=9)
        core = stage.synced(stage.ana)
        core.letters.open(habit)
        assert not core.letters.write(words)
        assert core.letters.state.problem == copy.WORDS_WRONG
        assert waiting(core) == []

    def test_it_is_taken_back_unseen(self, stage: Stage) -> None:
        habit = stage.habit(kept=9)
        core = stage.synced(stage.ana)
        core.letters.open(habit)
        core.letters.write(WORDS)
        core.engine.run_once()
        core.letters.take_back()
        assert (core.letters.state.has, core.letters.state.standing) == (False, copy.LETTER_NONE)
        core.engine.run_once()
        assert stage.server.world.blue == {}
        assert not core.letters.state.has

    def test_who_keeps_it_is_said_and_that_it_switched_itself_off(self, stage: Stage) -> None:
        habit = stage.habit(kept=9)
        stage.server.world.seat(habit, stage.ben, keeps=True)
        stage.server.world.blue[habit] = {"text": WORDS, "since": stage.time.instant.isoformat()}
        core = stage.synced(stage.ana)
        core.letters.open(habit)
        assert core.letters.state.standing == "Ben keeps your letter."
        stage.server.world.blue[habit]["text"] = ""
        stage.server.world.note(stage.ana, "blue_letter", habit)
        core.engine.run_once()
        assert (core.letters.state.standing, core.letters.state.has) == (copy.LETTER_OFF, False)
        assert core.letters.state.can_write

    def test_while_a_day_waits_it_stays_as_it_is(self, stage: Stage) -> None:
        habit = lettered(stage)
        core = stage.synced(stage.ana)
        core.letters.open(habit)
        assert (core.letters.state.can_write, core.letters.state.detail) == (False, copy.LETTER_AFTER)


class TestOnItsWay:
    def test_cold_today_says_who_keeps_it_and_when_it_can_open(self, stage: Stage) -> None:
        lettered(stage)
        stage.server.world.look_at_miss(stage.ben, miss_of(stage))
        core = stage.synced(stage.ana)
        state = core.today.state
        assert (state.mood, state.card) == (Mood.COLD, Card.COLD)
        assert state.letter is not None
        assert state.letter.title == "Ben is keeping your blue letter."
        assert state.letter.detail == "It can open Wednesday at noon. Show up before, and it burns unread."
        assert WORDS.encode() not in bytes_of(stage, stage.ana)

    def test_a_comeback_burns_it_at_once_and_offline(self, stage: Stage) -> None:
        lettered(stage)
        core = stage.synced(stage.ana)
        stage.server.offline = True
        core.today.tick()
        state = core.today.state
        assert (state.headline.big, state.headline.small) == (copy.CAME_BACK, copy.LETTER_GONE)
        assert (state.burning, state.letter) == (miss_of(stage), None)
        core.today.letter_burnt()
        assert core.today.state.burning == ""
        assert core.today.state.headline.small == copy.LETTER_GONE
        stage.server.offline = False
        core.engine.run_once()
        assert stage.server.world.sealed[miss_of(stage)]["state"] == LetterState.BURNT
        assert stage.server.world.sealed[miss_of(stage)]["text"] == ""
        assert core.today.state.headline.small == copy.LETTER_GONE

    def test_coming_back_without_a_letter_speaks_of_none(self, stage: Stage) -> None:
        stage.habit(kept=20, until=TODAY - DAY)
        stage.server.world.sweep()
        core = stage.synced(stage.ana)
        core.today.tick()
        assert core.today.state.burning == ""
        assert "letter" not in core.today.state.headline.small

    def test_all_let_go_is_said_with_the_next_day(self, stage: Stage) -> None:
        lettered(stage)
        stage.server.world.answer_miss(stage.ben, miss_of(stage), {"kind": "let_go"})
        core = stage.synced(stage.ana)
        assert core.today.state.letter is None
        assert core.today.state.foot == "Ben let it go. Nothing to make up for. See you on day 21."

    def test_after_the_window_this_phone_waits_for_the_servers_word(self, stage: Stage) -> None:
        lettered(stage)
        core = stage.synced(stage.ana)
        stage.server.offline = True
        stage.time.advance(2 * DAY + HOUR)
        core.today.redraw()
        assert core.today.state.letter is None


class TestOpening:
    def test_it_asks_and_opens_and_is_read_from_this_phone_ever_after(self, stage: Stage) -> None:
        core = may_open(stage)
        band = core.today.state.letter
        assert band is not None
        assert (band.kind, band.title) == (LetterKind.ASKS, "You asked Ben to keep this for you.")
        assert WORDS.encode() not in bytes_of(stage, stage.ana)
        core.today.open_letter()
        band = core.today.state.letter
        assert band is not None
        assert (band.kind, band.title) == (LetterKind.READ, copy.LETTER_READ)
        habit = core.today.state.habit_id or ""
        stage.server.offline = True
        core.letters.open(habit)
        (opened,) = core.letters.state.opened
        assert (opened.text, opened.gold, opened.signed) == (WORDS, False, "Ana")
        core.letters.read(opened.id)
        assert core.today.state.letter is None

    def test_offline_it_waits_for_the_network_and_says_so(self, stage: Stage) -> None:
        core = may_open(stage)
        stage.server.offline = True
        core.today.open_letter()
        band = core.today.state.letter
        assert band is not None
        assert (band.kind, band.detail) == (LetterKind.OPENING, copy.LETTER_OPENING)
        stage.server.offline = False
        core.engine.run_once()
        band = core.today.state.letter
        assert band is not None
        assert band.kind is LetterKind.READ

    def test_left_closed_it_is_there_until_it_burns(self, stage: Stage) -> None:
        core = may_open(stage)
        core.today.leave_letter_closed()
        band = core.today.state.letter
        assert band is not None
        assert (band.kind, band.title) == (LetterKind.CLOSED, copy.LETTER_CLOSED)
        assert band.detail == "It burns unread on Wednesday. Until then it is there."
        stage.server.offline = True
        stage.time.advance(7 * DAY + HOUR)
        core.today.redraw()
        assert core.today.state.letter is None
        assert WORDS.encode() not in bytes_of(stage, stage.ana)

    def test_another_phone_finds_the_words_of_what_was_opened(self, stage: Stage) -> None:
        core = may_open(stage)
        core.today.open_letter()
        other = stage.synced(stage.ana, "tablet")
        other.letters.open(other.today.state.habit_id or "")
        assert [one.text for one in other.letters.state.opened] == [WORDS]

    def test_one_that_burnt_meanwhile_is_told_in_words(self, stage: Stage) -> None:
        core = may_open(stage)
        stage.server.offline = True
        core.today.open_letter()
        stage.server.offline = False
        stage.server.world.answer_miss(stage.ben, miss_of(stage), {"kind": "let_go"})
        core.engine.run_once()
        (item,) = core.today.state.tray
        assert (item.title, item.detail) == ("Your letter", SENTENCES[Code.LETTER_GONE])


class TestHardTime:
    def test_one_call_rests_everything_burns_and_asks_a_friend_offline_too(self, stage: Stage) -> None:
        lettered(stage)
        core = stage.synced(stage.ana)
        stage.server.offline = True
        core.today.rest_today(stage.ben)
        assert core.today.state.card is Card.RESTING
        assert core.today.state.letter is None
        stage.server.offline = False
        core.engine.run_once()
        assert stage.server.world.checks_asked == {(stage.ana, stage.ben)}
        assert stage.server.world.sealed[miss_of(stage)]["reason"] == "rested"
        assert core.today.state.card is Card.RESTING
        core.today.end_rest()
        assert core.today.state.card is not Card.RESTING

    def test_two_habits_on_one_date_are_a_rough_week_and_nothing_is_cold(self, stage: Stage) -> None:
        for title in ("Morning run", "Evening pages"):
            stage.habit(kept=20, until=TODAY - DAY, title=title)
        stage.server.world.sweep()
        for miss in stage.server.world.misses:
            stage.server.world.look_at_miss(stage.ben, miss)
        state = stage.synced(stage.ana).today.state
        assert (state.mood, state.headline.big) == (Mood.WAITING, copy.ROUGH_WEEK)
        assert state.card is Card.COLD

    def test_the_server_may_say_so_too(self, stage: Stage) -> None:
        habit = stage.habit(kept=20, until=TODAY - DAY)
        stage.server.world.sweep()
        stage.server.world.look_at_miss(stage.ben, miss_of(stage))
        stage.server.world.spared.add(habit)
        state = stage.synced(stage.ana).today.state
        assert (state.mood, state.headline.big) == (Mood.WAITING, copy.ROUGH_WEEK)


def test_somebody_else_signing_in_finds_no_letter(stage: Stage) -> None:
    core = may_open(stage)
    core.today.open_letter()
    core.me.sign_out()
    with core.store.read() as db:
        assert (letters.opened(db), letters.blue(db), kv.get(db, kv.SEQ)) == ({}, {}, "")
    core.store.wipe()
    assert WORDS.encode() not in (core.store.data_dir / FILE_NAME).read_bytes()
