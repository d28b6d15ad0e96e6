"""Letters in Ana's and Ben's hands: real taps from the first word to the last."""

from collections.abc import Callable
from datetime import timedelta

from mobile.app_core import Core
from mobile.presenters import copy
from mobile.presenters.today_state import Card
from mobile.ui.screens.letters.read import ReadScreen
from mobile.ui.shell import Shell
from mobile.ui.widgets.burning import Burning
from shared.letter_states import LetterState
from tests.mobile.lettered import HOUR, WORDS, lettered, may_open, miss_of
from tests.mobile.stage import DAY, TODAY, Stage
from tests.ui.hand import Hand

OpenApp = Callable[[Core], Shell]


def _flames(hand: Hand) -> list[Burning]:
    return [widget for widget in hand.widgets() if isinstance(widget, Burning)]


def _invited(stage: Stage) -> str:
    """Ana would like Dan to look."""
    habit = stage.habit(kept=3)
    stage.server.world.befriend(stage.ana, stage.dan)
    stage.server.world.seat(habit, stage.dan, state="invited")
    return habit


def test_im_in_then_a_gold_letter_then_and_you(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    habit = _invited(stage)
    core = stage.synced(stage.dan)
    stage.server.world.add_habit(stage.dan, "Swim", starts_on=TODAY)
    core.engine.run_once()
    open_app(core)
    hand.tap("tab_crowd")
    assert "Ana would like you to look, once a day, for 30 days." in hand.words()
    assert copy.WITNESS_DETAIL in hand.words()
    hand.tap(f"accept_{habit}")
    assert "A gold letter for Ana" in hand.words()
    assert hand.find("give").disabled
    hand.write("letter_paper", "Seven! I knew it.")
    hand.tap("give")
    assert "And you? Ana could be yours." in hand.words()
    hand.tap("ask_back")
    core.engine.run_once()
    assert [one["text"] for one in stage.server.world.gold] == ["Seven! I knew it."]
    seats = [seat for body in stage.server.world.habits.values() if body["title"] == "Swim" for seat in body["seats"]]
    assert [(seat["person"]["name"], seat["role"], seat["state"]) for seat in seats] == [("Ana", "witness", "invited")]
    (dans,) = [one for one in stage.server.world.habits[habit]["seats"] if one["person"]["id"] == stage.dan]
    assert dans["keeps_letter"] is True


def test_a_gold_letter_is_skipped_with_one_tap(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    habit = _invited(stage)
    core = stage.synced(stage.dan)
    open_app(core)
    hand.tap("tab_crowd")
    hand.tap(f"accept_{habit}")
    hand.tap("skip_letter")
    core.engine.run_once()
    assert stage.server.world.gold == []
    assert "Crowd" in hand.words()


def test_a_sealed_one_is_read_by_its_writer_and_taken_back(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    habit = stage.habit(kept=3)
    core = stage.synced(stage.ben)
    open_app(core)
    hand.tap("tab_crowd")
    for words in ("Seven!", ""):
        hand.tap(f"seat_{habit}")
        hand.tap("write_gold")
        if words:
            hand.write("letter_paper", words)
            hand.tap("give")
            core.engine.run_once()
            hand.rest()
    paper = hand.find("letter_paper")
    assert paper.writing.text == "Seven!"
    hand.tap("take_back")
    core.engine.run_once()
    assert stage.server.world.gold == []


def test_the_seventh_photo_opens_it_in_gold(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    habit = stage.habit(kept=6)
    ben = stage.synced(stage.ben)
    ben.keeping.open(habit)
    ben.keeping.seal("Seven! I knew it.")
    ben.engine.run_once()
    core = stage.synced(stage.ana)
    open_app(core)
    hand.tap("tick")
    core.engine.run_once()
    hand.rest()
    assert "A letter from Ben is ready." in hand.words()
    hand.tap("read_letter")
    assert {"Your 7th photo", "opens a gold letter.", "Seven! I knew it.", "Ben"} <= set(hand.words())
    hand.tap("report")
    hand.tap("report_harassment")
    hand.tap("thank")
    assert "A letter from Ben is ready." not in hand.words()
    core.engine.run_once()
    assert [one["subject"] for one in stage.server.world.reports.values()] == ["letter"]
    hand.tap("tab_crowd")
    hand.tap("letters")
    assert "Seven! I knew it." in hand.words()
    assert stage.server.world.gold[0]["thanked"] is True
    hand.tap(f"letter_{stage.server.world.gold[0]['id']}")
    assert hand.find("thank") is None
    hand.tap("keep")
    assert "Letters" in hand.words()


def test_the_letter_is_offered_written_and_taken_back(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    habit = stage.habit(kept=9)
    core = stage.synced(stage.ana)
    open_app(core)
    hand.tap("tick")
    hand.rest()
    assert copy.LETTER_OFFER in hand.words()
    hand.tap("write_letter")
    hand.write("letter_paper", "see https://example.org")
    hand.tap("give")
    assert copy.WORDS_WRONG in hand.words()
    hand.tap("pick_0")
    hand.tap("give")
    core.engine.run_once()
    assert stage.server.world.blue[habit]["text"] == copy.LETTER_PICKS[0]
    hand.rest()
    assert copy.LETTER_OFFER not in hand.words()
    hand.tap("tab_crowd")
    hand.tap("letters")
    assert copy.LETTER_PICKS[0] not in hand.words()
    hand.tap("take_blue")
    hand.tap("take_blue_now")
    core.engine.run_once()
    assert stage.server.world.blue == {}


def test_ten_thousand_letters_end_at_the_papers_edge(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    stage.habit(kept=9)
    core = stage.synced(stage.ana)
    open_app(core)
    hand.tap("tick")
    hand.rest()
    hand.tap("write_letter")
    hand.write("letter_paper", "x" * 10_000)
    paper = hand.find("letter_paper")
    assert len(paper.writing.text) == 140
    assert "0" in hand.words()


def test_not_now_puts_the_offer_away(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    stage.habit(kept=9)
    core = stage.synced(stage.ana)
    open_app(core)
    hand.tap("tick")
    hand.rest()
    hand.tap("letter_away")
    hand.rest()
    assert copy.LETTER_OFFER not in hand.words()


def test_cold_says_what_is_on_its_way_and_a_comeback_burns_it(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    lettered(stage)
    stage.server.world.look_at_miss(stage.ben, miss_of(stage))
    core = stage.synced(stage.ana)
    open_app(core)
    assert "Ben is keeping your blue letter." in hand.words()
    assert "It can open Wednesday at noon. Show up before, and it burns unread." in hand.words()
    core.today.tick()
    hand.frames()
    assert {copy.CAME_BACK, copy.LETTER_GONE} <= set(hand.words())
    (flame,) = _flames(hand)
    hand.until(lambda: flame.gone > 0.2)
    flame.end()
    hand.rest()
    assert _flames(hand) == []
    assert core.today.state.burning == ""


def test_a_touch_ends_the_burning_and_it_is_seen_once(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    lettered(stage)
    core = stage.synced(stage.ana)
    core.today.tick()
    open_app(core)
    assert len(_flames(hand)) == 1
    hand.swipe((195, 400), (196, 401))
    assert _flames(hand) == []
    open_app(core)
    assert _flames(hand) == []


def test_with_less_motion_it_only_fades(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    lettered(stage)
    core = stage.synced(stage.ana)
    open_app(core)
    hand.tap("tab_me")
    hand.tap("calm")
    assert core.me.state.calm
    hand.tap("tab_today")
    core.today.tick()
    hand.frames()
    (flame,) = _flames(hand)
    hand.until(lambda: _flames(hand) == [])
    assert flame.calm


def test_open_shows_the_words_at_once_and_asks_what_would_help(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    core = may_open(stage)
    open_app(core)
    assert "You asked Ben to keep this for you." in hand.words()
    assert WORDS not in hand.words()
    hand.tap("open_letter")
    hand.rest()
    assert [widget for widget in hand.widgets() if isinstance(widget, ReadScreen)]
    assert {WORDS, copy.LETTER_TOMORROW} <= set(hand.words())
    hand.tap("rest")
    hand.rest()
    assert core.today.state.card is Card.RESTING
    core.engine.run_once()
    assert stage.server.world.sealed[miss_of(stage)]["state"] == LetterState.OPENED


def test_leave_it_closed_is_as_near_as_open(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    core = may_open(stage)
    open_app(core)
    hand.tap("leave_closed")
    hand.rest()
    assert copy.LETTER_CLOSED in hand.words()
    assert WORDS not in hand.words()
    assert stage.server.world.sealed[miss_of(stage)]["state"] == LetterState.CLOSED


def test_hard_time_rests_and_asks_one_friend(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    lettered(stage)
    core = stage.synced(stage.ana)
    open_app(core)
    hand.tap("rest")
    assert copy.HARD_TIME_DETAIL in hand.words()
    hand.tap("rest_and_ask")
    hand.tap(f"check_{stage.ben}")
    hand.rest()
    assert core.today.state.card is Card.RESTING
    core.engine.run_once()
    assert stage.server.world.checks_asked == {(stage.ana, stage.ben)}


def test_a_letter_given_later_is_kept_with_one_tap_and_read(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    habit = stage.habit(kept=9)
    stage.server.world.blue[habit] = {"text": WORDS, "since": stage.time.instant.isoformat()}
    notice = {"id": "n1", "kind": "letter_given", "text": "Ana asks you to keep a letter.", "habit": habit,
              "created_at": stage.time.instant.isoformat(), "read_at": None, "date": None,
              "person": stage.server.world.shown(stage.ana)}  # fmt: skip
    stage.server.world.notices[stage.ben].append(notice)
    core = stage.synced(stage.ben)
    open_app(core)
    hand.tap("tab_cheers")
    hand.tap("notice_n1")
    hand.tap(f"keep_{habit}")
    core.engine.run_once()
    hand.rest()
    hand.tap(f"seat_{habit}")
    hand.tap("read_kept")
    hand.rest()
    assert WORDS in hand.words()
    hand.tap("close")
    assert WORDS not in hand.words()


def test_a_witness_changes_their_answer_while_there_is_time(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    lettered(stage)
    core = stage.synced(stage.ben)
    open_app(core)
    hand.tap("tab_cheers")
    hand.tap("rounds")
    assert copy.if_you_do_nothing("Ana") in hand.words()
    hand.tap("let_go")
    core.engine.run_once()
    hand.tap("rounds_done") if hand.find("rounds_done") else hand.tap("close")
    hand.tap(f"change_{miss_of(stage)}")
    hand.tap("cheer_hug")
    core.engine.run_once()
    answer = stage.server.world.miss_answers[miss_of(stage), stage.ben]
    assert (answer["kind"], answer["preset"]) == ("cheer", "hug")


def test_a_friends_day_is_reported_with_a_reason(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    habit = stage.habit()
    stage.server.world.post(habit, TODAY, photo=b"a photo")
    core = stage.synced(stage.ben)
    open_app(core)
    hand.tap("tab_cheers")
    hand.rest()
    hand.tap(f"more_{core.feed.state.cards[0].id}")
    hand.tap("report")
    hand.tap("report_nudity")
    core.engine.run_once()
    assert [one["reason"] for one in stage.server.world.reports.values()] == ["nudity"]


def test_after_the_week_an_unread_one_is_gone_from_today(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    core = may_open(stage)
    stage.time.advance(7 * DAY + HOUR + timedelta(hours=1))
    core.engine.run_once()
    open_app(core)
    assert hand.find("open_letter") is None
    assert stage.server.world.sealed[miss_of(stage)]["state"] == LetterState.BURNT
