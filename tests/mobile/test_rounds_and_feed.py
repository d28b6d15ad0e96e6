"""The rounds and the feed: one tap a card, and both of them end."""

from mobile.app_core import Core
from mobile.presenters import copy
from mobile.presenters.rounds_state import CardKind
from mobile.store import outbox
from mobile.store.outbox import Kind
from shared import limits
from shared.codes import SENTENCES, Code
from tests.mobile.stage import DAY, TODAY, Stage


def waiting(core: Core) -> list[Kind]:
    with core.store.read() as db:
        return [command.kind for command in outbox.waiting(db)]


class TestRounds:
    def test_one_tap_a_card_and_then_thats_everyone(self, stage: Stage) -> None:
        habit = stage.habit(kept=2)
        reading = stage.habit(kept=0, title="Reading")
        stage.server.world.post(habit, TODAY, photo=b"today")
        stage.server.world.post(reading, TODAY, caption="Ten pages")
        ben = stage.synced(stage.ben)
        ben.rounds.open()
        seen = []
        while (card := ben.rounds.state.card) is not None:
            seen.append((card.headline, card.accent))
            assert ben.rounds.state.next_line.endswith("Then that's everyone.")
            ben.rounds.react("proud")
        assert ("Ana, day 3.", "You're first.") in seen
        assert ben.rounds.state.next_line == "That's everyone."
        assert ben.rounds.state.done == (stage.ana,)
        ben.engine.run_once()
        assert (habit, TODAY.isoformat(), stage.ben) in stage.server.world.reactions
        assert waiting(ben) == []
        ben.rounds.open()
        assert ben.rounds.state.card is None

    def test_showing_a_card_is_the_look_and_offline_it_is_not_shown_twice(self, stage: Stage) -> None:
        habit = stage.habit(kept=0)
        stage.server.world.post(habit, TODAY, photo=b"today")
        ben = stage.synced(stage.ben)
        stage.server.offline = True
        ben.rounds.open()
        assert waiting(ben) == [Kind.LOOK]
        ben.rounds.close()
        ben.rounds.open()
        assert ben.rounds.state.card is None
        stage.server.offline = False
        ben.engine.run_once()
        assert (habit, TODAY.isoformat(), stage.ben) in stage.server.world.looks

    def test_an_empty_day_can_be_cheered_or_let_go(self, stage: Stage) -> None:
        stage.habit(kept=20, until=TODAY - DAY)
        stage.server.world.sweep()
        (miss,) = stage.server.world.misses
        ben = stage.synced(stage.ben)
        ben.rounds.open()
        card = ben.rounds.state.card
        assert card is not None
        assert (card.kind, card.headline, card.when) == (
            CardKind.MISS, "Ana: yesterday stayed empty.", "Until Wednesday at noon",
        )  # fmt: skip
        assert [choice.kind for choice in card.choices][-1] == "let_go"
        ben.rounds.cheer("hug")
        ben.engine.run_once()
        answer = stage.server.world.miss_answers[miss, stage.ben]
        assert (answer["kind"], answer["preset"]) == ("cheer", "hug")
        assert stage.server.world.misses[miss]["seen_by"] == [stage.ben]

    def test_gallery_gets_no_card_for_an_empty_day(self, stage: Stage) -> None:
        stage.habit(kept=20, until=TODAY - DAY)
        stage.server.world.sweep()
        cleo = stage.synced(stage.cleo)
        cleo.rounds.open()
        cards = [cleo.rounds.state.card]
        while cleo.rounds.state.card is not None:
            cleo.rounds.skip()
            cards.append(cleo.rounds.state.card)
        assert [card for card in cards if card is not None and card.kind is CardKind.MISS] == []

    def test_an_answer_that_came_after_they_were_back_says_so(self, stage: Stage) -> None:
        habit = stage.habit(kept=20, until=TODAY - DAY)
        stage.server.world.sweep()
        ben = stage.synced(stage.ben)
        stage.server.offline = True
        ben.rounds.open()
        ben.rounds.let_go()
        stage.server.offline = False
        stage.server.world.post(habit, TODAY)
        stage.server.world.sweep()
        ben.engine.run_once()
        (item,) = ben.today.state.tray
        assert (item.title, item.detail) == ("Your answer to Ana", SENTENCES[Code.ALREADY_BACK])

    def test_a_reaction_to_a_friend_who_left_vanishes_quietly(self, stage: Stage) -> None:
        habit = stage.habit(kept=0)
        stage.server.world.post(habit, TODAY, photo=b"today")
        ben = stage.synced(stage.ben)
        stage.server.offline = True
        ben.rounds.open()
        ben.rounds.react("fire")
        stage.server.offline = False
        stage.server.world.habits[habit]["seats"] = []
        ben.engine.run_once()
        assert ben.today.state.tray == ()
        assert waiting(ben) == []


class TestFeed:
    def test_newest_first_page_by_page_and_it_ends(self, stage: Stage) -> None:
        stage.habit(kept=25)
        cleo = stage.synced(stage.cleo)
        cleo.feed.load()
        assert (len(cleo.feed.state.cards), cleo.feed.state.ended) == (20, False)
        cleo.feed.more()
        assert (len(cleo.feed.state.cards), cleo.feed.state.ended) == (25, True)
        assert len({card.id for card in cleo.feed.state.cards}) == 25
        stage.server.offline = True
        cleo.engine.run_once()
        assert (len(cleo.feed.state.cards), cleo.feed.state.offline) == (25, True)

    def test_a_reaction_shows_at_once_changes_and_is_taken_back(self, stage: Stage) -> None:
        habit = stage.habit(kept=1)
        cleo = stage.synced(stage.cleo)
        cleo.feed.load()
        card = cleo.feed.state.cards[0].id

        def chosen() -> list[str]:
            return [choice.kind for choice in cleo.feed.state.cards[0].choices if choice.chosen]

        stage.server.offline = True
        cleo.feed.react(card, "heart")
        assert chosen() == ["heart"]
        cleo.feed.react(card, "fire")
        assert chosen() == ["fire"]
        stage.server.offline = False
        cleo.engine.run_once()
        day = (TODAY - DAY).isoformat()
        assert stage.server.world.reactions[habit, day, stage.cleo][0] == "fire"
        assert chosen() == ["fire"]
        cleo.feed.react(card, "fire")
        assert chosen() == []
        cleo.engine.run_once()
        assert stage.server.world.reactions == {}

    def test_photos_nobody_may_see_any_more_leave_this_phone(self, stage: Stage) -> None:
        habit = stage.habit(kept=3)
        cleo = stage.synced(stage.cleo)
        cleo.feed.load()
        cleo.engine.run_once()
        assert len(list(cleo.store.cache_dir.iterdir())) == 3
        stage.server.world.habits[habit]["seats"] = []
        cleo.feed.load()
        cleo.engine.run_once()
        assert cleo.feed.state.cards == ()
        assert list(cleo.store.cache_dir.iterdir()) == []

    def test_a_report_is_a_row(self, stage: Stage) -> None:
        stage.habit(kept=1)
        cleo = stage.synced(stage.cleo)
        cleo.feed.load()
        cleo.feed.report(cleo.feed.state.cards[0].id, "nudity")
        cleo.engine.run_once()
        (report,) = stage.server.world.reports.values()
        assert (report["subject"], report["reason"]) == ("check_in", "nudity")


class TestWaitedFor:
    def test_a_witness_says_once_that_they_are_waiting(self, stage: Stage) -> None:
        habit = stage.habit(kept=2)
        ben = stage.synced(stage.ben)
        (day,) = ben.feed.state.waited
        assert (day.person.name, day.line, day.said) == ("Ana", "Day 3 · Morning run", False)
        stage.server.offline = True
        ben.feed.nudge(habit, "with_you")
        ben.feed.nudge(habit, "with_you")
        assert [one.said for one in ben.feed.state.waited] == [True]
        stage.server.offline = False
        ben.engine.run_once()
        assert stage.server.world.nudges == {(stage.ben, stage.ana, TODAY.isoformat()): "with_you"}
        assert ben.feed.state.waited == ()

    def test_a_day_that_is_there_or_muted_is_not_waited_for(self, stage: Stage) -> None:
        habit = stage.habit(kept=2)
        ben = stage.synced(stage.ben)
        ben.crowd.mute(stage.ana)
        ben.feed.redraw()
        assert ben.feed.state.waited == ()
        ben.crowd.mute(stage.ana)
        stage.server.world.post(habit, TODAY)
        ben.engine.run_once()
        ben.feed.redraw()
        assert ben.feed.state.waited == ()


def test_the_words_of_a_nudge_are_those_the_server_takes() -> None:
    assert set(copy.NUDGES) == set(limits.NUDGES)
