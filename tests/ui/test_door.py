"""The door in somebody's hand: joining with a friend's link, a second factor, newer terms."""

from collections.abc import Callable

from mobile.app_core import Core
from mobile.presenters.sign_in_state import Step
from mobile.ui.shell import Shell
from tests.mobile.stage import MemorySecrets, Stage
from tests.ui.hand import Hand

OpenApp = Callable[[Core], Shell]


def phone_of_nobody(stage: Stage) -> Core:
    stage.secrets["nobody-phone"] = MemorySecrets()
    return stage.phone_of("nobody")


def test_somebody_new_joins_with_a_friends_link_and_is_asked_about(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    anas = stage.synced(stage.ana)
    anas.crowd.invite()
    core = phone_of_nobody(stage)
    open_app(core)
    assert "Run by Ottilie. Reach them at ottilie@example.org." in hand.words()
    hand.write("sign_in_field", "eva@example.org")
    hand.tap("join")
    hand.write("join_invite", anas.crowd.state.invite_url)
    hand.write("birth_year", "1990")
    hand.tap("sign_in_go")
    assert "Kith is for people who are 16 or older." in hand.words()
    hand.tap("old_enough")
    hand.tap("sign_in_go")
    assert "We wrote to eva@example.org." in hand.words()
    hand.write("sign_in_field", "123456")
    hand.tap("sign_in_go")
    hand.write("sign_in_field", "Eva")
    hand.tap("sign_in_go")
    assert core.sign_in.state.step is Step.DONE
    hand.tap("tab_crowd")
    assert hand.find("invite") is None
    assert any("Ana has yet to say" in words for words in hand.words())


def test_the_inviter_says_yes(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    eva = stage.server.world.arrive("Eva", stage.ana)
    core = stage.synced(stage.ana)
    open_app(core)
    hand.tap("tab_crowd")
    assert "Eva used your invitation. Is it them?" in hand.words()
    hand.tap(f"is_them_{eva}")
    core.engine.run_once()
    hand.rest()
    assert hand.find(f"is_them_{eva}") is None
    assert "Eva" in hand.words()


def test_the_terms_can_be_read_at_the_door_and_put_away(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    core = phone_of_nobody(stage)
    core.open_link("http://kith.test/i/abc")
    open_app(core)
    hand.tap("read_terms")
    assert "Who may use it" in hand.words()
    assert "You are 16 or older." in hand.words()
    hand.tap("close_reading")
    assert "Who may use it" not in hand.words()
    field = hand.find("join_invite")
    assert field is not None
    assert field.writing.text == "abc"


def test_a_second_factor_is_asked_for_after_the_code(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    stage.server.world.second_factors[stage.ana] = "654321"
    core = phone_of_nobody(stage)
    open_app(core)
    for text in ("ana@example.org", "123456", "654321"):
        assert not core.signed_in
        hand.write("sign_in_field", text)
        hand.tap("sign_in_go")
    assert core.signed_in


def test_newer_terms_are_asked_about_and_can_wait(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    stage.habit(kept=1)
    stage.server.world.terms_version = 2
    core = stage.synced(stage.ana)
    open_app(core)
    hand.tap("put_off")
    assert "Morning run" in hand.words()
    other = stage.phone_of(stage.ana, "phone")
    other.engine.run_once()
    open_app(other)
    hand.tap("sign_in_go")
    assert other.sign_in.state.step is Step.DONE
    assert stage.server.world.accepted[stage.ana] == 2
