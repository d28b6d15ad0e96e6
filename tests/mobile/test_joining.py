"""Somebody new: an invite, old enough, the terms, a code, a name; and the friend who says that it's them."""

import pytest

from mobile.app_core import Core
from mobile.presenters.people_state import Leads
from mobile.presenters.sign_in_state import Step
from tests.mobile.stage import Stage
from tests.mobile.test_sign_in import phone_of_nobody


@pytest.fixture
def link(stage: Stage) -> str:
    """Ana's link."""
    core = stage.synced(stage.ana)
    core.crowd.invite()
    return core.crowd.state.invite_url


def join(core: Core, invite: str, *, email: str = "eva@example.org", year: str = "1990", old: bool = True) -> None:
    core.sign_in.join(email=email, invite=invite, birth_year=year, old_enough=old)


class TestJoining:
    def test_a_link_a_year_a_code_a_name(self, stage: Stage, link: str) -> None:
        core = phone_of_nobody(stage)
        core.open_link(link)
        assert (core.sign_in.state.step, core.sign_in.state.invite) == (Step.JOIN, link.rpartition("/")[2])
        join(core, core.sign_in.state.invite)
        assert (core.sign_in.state.step, core.sign_in.state.email) == (Step.CODE, "eva@example.org")
        core.sign_in.enter_code("123456")
        assert core.sign_in.state.step is Step.NAME
        core.sign_in.choose_name("  ")
        assert core.sign_in.state.problem
        core.sign_in.choose_name("Eva")
        assert (core.sign_in.state.step, core.sign_in.state.problem) == (Step.DONE, "")
        assert core.me.state.name == "Eva"

    def test_a_link_pasted_whole_is_as_good_as_its_code(self, stage: Stage, link: str) -> None:
        core = phone_of_nobody(stage)
        core.sign_in.start_joining("eva@example.org")
        assert core.sign_in.state.email == "eva@example.org"
        join(core, f" {link}/ ")
        assert core.sign_in.state.step is Step.CODE

    @pytest.mark.parametrize(
        ("wrong", "problem"),
        [
            ({"invite": ""}, "Kith is by invitation"), ({"email": "eva"}, "That doesn't look like"),
            ({"year": ""}, "Please write the year"), ({"year": "20"}, "Please write the year"),
            ({"year": "2011"}, "Kith is for people who are 16"), ({"old": False}, "Kith is for people who are 16"),
        ],
    )  # fmt: skip
    def test_what_cannot_be_right_is_not_sent(
        self, stage: Stage, link: str, wrong: dict[str, object], problem: str
    ) -> None:
        core = phone_of_nobody(stage)
        core.sign_in.start_joining()
        asked = len(stage.server.requests)
        join(core, **{"invite": link, **wrong})  # type: ignore[arg-type]
        assert core.sign_in.state.problem.startswith(problem)
        assert (core.sign_in.state.step, len(stage.server.requests)) == (Step.JOIN, asked)

    def test_a_code_that_does_not_open_says_so(self, stage: Stage) -> None:
        core = phone_of_nobody(stage)
        core.sign_in.start_joining()
        join(core, "nobody-gave-me-this")
        assert core.sign_in.state.problem == "This invitation has ended. Ask your friend for a new one."
        assert core.sign_in.state.step is Step.JOIN

    def test_whoever_has_an_account_already_comes_in_by_this_door_too(self, stage: Stage, link: str) -> None:
        core = phone_of_nobody(stage)
        core.sign_in.start_joining()
        join(core, link, email="ben@example.org")
        core.sign_in.enter_code("123456")
        assert (core.sign_in.state.step, core.me.state.name) == (Step.DONE, "Ben")

    def test_without_a_network_nobody_joins(self, stage: Stage, link: str) -> None:
        core = phone_of_nobody(stage)
        core.sign_in.start_joining()
        stage.server.offline = True
        join(core, link)
        assert core.sign_in.state.problem.startswith("Kith can't be reached")

    def test_a_link_opened_by_somebody_who_is_in_shows_who_sent_it(self, stage: Stage, link: str) -> None:
        core = stage.synced(stage.dan)
        core.open_link(link)
        assert core.crowd.state.inviter is not None
        assert core.crowd.state.inviter.name == "Ana"


class TestIsItThem:
    def test_yes_makes_friends_and_works_without_a_network(self, stage: Stage) -> None:
        eva = stage.server.world.arrive("Eva", stage.ana)
        core = stage.synced(stage.ana)
        assert [one.name for one in core.crowd.state.arrivals] == ["Eva"]
        stage.server.offline = True
        core.crowd.is_them(eva)
        assert core.crowd.state.arrivals == ()
        stage.server.offline = False
        core.engine.run_once()
        assert "Eva" in [friend.name for friend in core.crowd.state.friends]
        assert core.crowd.state.arrivals == ()

    def test_the_notice_leads_to_where_it_is_answered(self, stage: Stage) -> None:
        eva = stage.server.world.arrive("Eva", stage.ana)
        stage.server.world.notices[stage.ana].append(
            {
                "id": "n1", "kind": "arrived", "text": "Eva used your invitation. Is it them?", "habit": None,
                "created_at": "2026-11-23T12:00:00Z", "read_at": None, "date": None,
                "person": stage.server.world.shown(eva),
            }
        )  # fmt: skip
        assert [notice.leads for notice in stage.synced(stage.ana).notices.state.items] == [Leads.OFFER]

    def test_no_makes_nobody_a_friend(self, stage: Stage) -> None:
        eva = stage.server.world.arrive("Eva", stage.ana)
        core = stage.synced(stage.ana)
        core.crowd.is_somebody_else(eva)
        core.engine.run_once()
        assert core.crowd.state.arrivals == ()
        assert "Eva" not in [friend.name for friend in core.crowd.state.friends]

    def test_whoever_waits_is_told_for_whom_and_until_when(self, stage: Stage) -> None:
        eva = stage.server.world.arrive("Eva", stage.ana)
        theirs = stage.synced(eva)
        said = "Ana has yet to say that it's you. Until then, Kith is yours alone; on 30 November it would close."
        assert theirs.crowd.state.waiting == said
        anas = stage.synced(stage.ana)
        anas.crowd.is_them(eva)
        anas.engine.run_once()
        theirs.engine.run_once()
        assert theirs.crowd.state.waiting == ""


class TestTerms:
    def test_both_texts_can_be_read_before_saying_yes(self, stage: Stage) -> None:
        core = phone_of_nobody(stage)
        core.sign_in.start_joining()
        core.sign_in.read("privacy")
        reading = core.sign_in.state.reading
        assert reading is not None
        assert (reading.title, reading.text.splitlines()[0]) == ("Privacy", "# Privacy, version 1")
        core.sign_in.close_reading()
        assert (core.sign_in.state.reading, core.sign_in.state.step) == (None, Step.JOIN)

    def test_newer_terms_hold_what_is_sent_and_lose_nothing(self, stage: Stage) -> None:
        stage.habit(kept=1)
        core = stage.synced(stage.ana)
        stage.server.world.terms_version = 2
        core.me.set_name("Anna")
        core.engine.run_once()
        assert core.me.state.unsent == 1, "it waits, and is not taken for refused"
        core.engine.run_once()
        assert core.sign_in.state.step is Step.TERMS
        core.sign_in.agree()
        core.engine.run_once()
        assert (core.sign_in.state.step, core.me.state.unsent) == (Step.DONE, 0)
        assert stage.server.world.people[stage.ana]["name"] == "Anna"

    def test_they_can_wait_while_one_looks_around(self, stage: Stage) -> None:
        stage.habit(kept=1)
        stage.server.world.terms_version = 2
        core = stage.synced(stage.ana)
        assert core.sign_in.state.step is Step.TERMS
        core.sign_in.put_off_terms()
        core.engine.run_once()
        assert (core.sign_in.state.step, core.today.state.title) == (Step.DONE, "Morning run")
