"""Letters between friends: gold ones, keeping a blue one, and the card of an empty day."""

from mobile.presenters import copy
from mobile.presenters.today_state import LetterKind
from shared.codes import SENTENCES, Code
from tests.mobile.lettered import HOUR, WORDS, bytes_of, lettered, miss_of, waiting
from tests.mobile.stage import DAY, Stage


class TestGold:
    def test_the_seventh_photo_opens_what_a_witness_sealed(self, stage: Stage) -> None:
        habit = stage.habit(kept=6)
        ben = stage.synced(stage.ben)
        ben.keeping.open(habit)
        assert ben.keeping.seal("Seven! I knew it.")
        assert ben.keeping.state.gold == "Seven! I knew it."
        ben.engine.run_once()
        assert ben.keeping.state.gold_line == "Your gold letter is sealed for Ana's 7th photo."
        core = stage.synced(stage.ana)
        assert core.today.state.letter is None
        assert b"Seven! I knew it." not in bytes_of(stage, stage.ana)
        core.today.tick()
        core.engine.run_once()
        band = core.today.state.letter
        assert band is not None
        assert (band.kind, band.title) == (LetterKind.GOLD, "A letter from Ben is ready.")
        stage.server.offline = True
        core.letters.open(habit)
        (opened,) = core.letters.state.opened
        assert (opened.text, opened.signed, opened.line) == ("Seven! I knew it.", "Ben", "Your 7th photo")
        assert opened.next_line == "The next one opens with your 30th."
        core.letters.read(opened.id)
        band = core.today.state.letter
        assert band is None or band.kind is LetterKind.OFFER

    def test_the_days_that_led_to_it_are_fetched_however_long_ago(self, stage: Stage) -> None:
        habit = stage.habit(kept=24)
        stage.server.world.gold.append({
            "id": "g1", "habit": habit, "writer": stage.ben, "milestone": 7, "text": "Seven!",
            "opened_at": stage.time.instant.isoformat(), "thanked": False,
        })  # fmt: skip
        core = stage.synced(stage.ana)
        for _ in range(3):
            core.engine.run_once()
        core.letters.open(habit)
        (letter,) = core.letters.state.opened
        assert [photo.label for photo in letter.photos] == ["1", "2", "3", "4", "5", "6", "7"]

    def test_it_is_changed_and_withdrawn_before_it_opens(self, stage: Stage) -> None:
        habit = stage.habit(kept=3)
        ben = stage.synced(stage.ben)
        ben.keeping.open(habit)
        ben.keeping.seal("Seven!")
        ben.engine.run_once()
        stage.server.offline = True
        ben.keeping.seal("Seven days, Ana.")
        assert ben.keeping.state.gold == "Seven days, Ana."
        stage.server.offline = False
        ben.engine.run_once()
        assert [one["text"] for one in stage.server.world.gold] == ["Seven days, Ana."]
        ben.keeping.withdraw()
        ben.engine.run_once()
        assert stage.server.world.gold == []
        assert ben.keeping.state.gold == ""

    def test_one_for_a_seat_that_has_ended_vanishes_quietly(self, stage: Stage) -> None:
        habit = stage.habit(kept=3)
        ben = stage.synced(stage.ben)
        ben.keeping.open(habit)
        stage.server.offline = True
        ben.keeping.seal("Seven!")
        stage.server.offline = False
        stage.server.world.habits[habit]["seats"] = []
        ben.engine.run_once()
        assert ben.today.state.tray == ()
        assert waiting(ben) == []

    def test_it_can_be_reported(self, stage: Stage) -> None:
        habit = stage.habit(kept=6)
        ben = stage.synced(stage.ben)
        ben.keeping.open(habit)
        ben.keeping.seal("Unkind words.")
        ben.engine.run_once()
        core = stage.synced(stage.ana)
        core.today.tick()
        core.engine.run_once()
        core.letters.open(habit)
        core.letters.report(core.letters.state.opened[0].id, "harassment")
        core.engine.run_once()
        (report,) = stage.server.world.reports.values()
        assert (report["subject"], report["reason"]) == ("letter", "harassment")


class TestKeeping:
    def test_saying_im_in_agrees_to_keep_what_was_told(self, stage: Stage) -> None:
        habit = stage.habit(kept=3)
        stage.server.world.befriend(stage.ana, stage.dan)
        stage.server.world.seat(habit, stage.dan, state="invited")
        dan = stage.synced(stage.dan)
        (offer,) = dan.crowd.state.offers
        assert offer.text == "Ana would like you to look, once a day, for 30 days."
        assert offer.detail == copy.WITNESS_DETAIL
        dan.crowd.accept(habit)
        dan.engine.run_once()
        seat = next(one for one in stage.server.world.habits[habit]["seats"] if one["person"]["id"] == stage.dan)
        assert (seat["state"], seat["keeps_letter"]) == ("accepted", True)

    def test_who_rather_cheers_keeps_nothing(self, stage: Stage) -> None:
        habit = stage.habit(kept=3)
        stage.server.world.befriend(stage.ana, stage.dan)
        stage.server.world.seat(habit, stage.dan, state="invited")
        dan = stage.synced(stage.dan)
        dan.crowd.rather_cheer(habit)
        dan.engine.run_once()
        seat = next(one for one in stage.server.world.habits[habit]["seats"] if one["person"]["id"] == stage.dan)
        assert (seat["role"], seat["keeps_letter"]) == ("gallery", False)

    def test_a_letter_given_later_is_asked_about_and_kept(self, stage: Stage) -> None:
        habit = stage.habit(kept=9)
        notice = {"id": "n1", "kind": "letter_given", "text": "Ana asks you to keep a letter.", "habit": habit,
                  "created_at": stage.time.instant.isoformat(), "read_at": None, "date": None,
                  "person": stage.server.world.shown(stage.ana)}  # fmt: skip
        stage.server.world.notices[stage.ben].append(notice)
        ben = stage.synced(stage.ben)
        (asked,) = ben.crowd.state.keepings
        assert (asked.text, asked.detail) == ("Ana asks you to keep a letter.", copy.KEEP_DETAIL)
        ben.crowd.keep_letter(habit)
        assert ben.crowd.state.keepings == ()
        ben.engine.run_once()
        assert ben.crowd.state.keepings == ()
        ben.keeping.open(habit)
        assert ben.keeping.state.keeps
        ben.keeping.keep(False)
        ben.engine.run_once()
        assert not ben.keeping.state.keeps

    def test_the_words_one_keeps_are_shown_and_never_stored(self, stage: Stage) -> None:
        habit = lettered(stage)
        ben = stage.synced(stage.ben)
        ben.keeping.open(habit)
        ben.keeping.read_kept()
        assert ben.keeping.state.kept_words == WORDS
        assert WORDS.encode() not in bytes_of(stage, stage.ben)
        ben.keeping.put_kept_away()
        stage.server.offline = True
        ben.keeping.read_kept()
        assert (ben.keeping.state.kept_words, ben.keeping.state.problem) == ("", copy.NO_SERVER)


class TestTheCardOfAWitness:
    def test_it_says_what_doing_nothing_does_only_to_who_keeps_a_letter(self, stage: Stage) -> None:
        lettered(stage)
        ben = stage.synced(stage.ben)
        ben.rounds.open()
        assert ben.rounds.state.card is not None
        assert ben.rounds.state.card.caption == copy.if_you_do_nothing("Ana")

    def test_an_answer_is_changed_while_the_window_runs(self, stage: Stage) -> None:
        lettered(stage)
        miss = miss_of(stage)
        ben = stage.synced(stage.ben)
        ben.rounds.open()
        ben.rounds.let_go()
        (said,) = ben.feed.state.answered
        assert (said.miss_id, said.said) == (miss, "Let it go · Until Wednesday at noon")
        ben.rounds.open(change=miss)
        card = ben.rounds.state.card
        assert card is not None
        assert [choice.kind for choice in card.choices if choice.chosen] == ["let_go"]
        ben.rounds.cheer("hug")
        ben.engine.run_once()
        answer = stage.server.world.miss_answers[miss, stage.ben]
        assert (answer["kind"], answer["preset"]) == ("cheer", "hug")
        assert [one.said for one in ben.feed.state.answered] == ["A hug · Until Wednesday at noon"]
        stage.time.advance(2 * DAY + HOUR)
        ben.feed.redraw()
        assert ben.feed.state.answered == ()

    def test_an_answer_after_the_window_is_told_in_words(self, stage: Stage) -> None:
        lettered(stage)
        ben = stage.synced(stage.ben)
        stage.server.offline = True
        ben.rounds.open()
        ben.rounds.let_go()
        stage.time.advance(2 * DAY + HOUR)
        stage.server.offline = False
        ben.engine.run_once()
        (item,) = ben.today.state.tray
        assert (item.title, item.detail) == ("Your answer to Ana", SENTENCES[Code.WINDOW_CLOSED])
