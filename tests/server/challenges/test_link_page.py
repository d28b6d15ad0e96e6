"""Where a link into a group leads in a browser: who asks, and to what; nobody is listed, and it ends with the link."""

from collections.abc import Callable

from shared import limits
from tests.server.challenges.crew import Crew
from tests.server.guests.browser import Browser

Gather = Callable[..., Crew]


def test_it_says_who_asks_and_lists_nobody(crew: Gather) -> None:
    group = crew("chain", "Ben")
    link = group.doors["Ana"].post(f"{group.path}/links").json()
    page = Browser().get(f"/c/{link['token']}")
    text = page.content.decode()
    assert page.status_code == 200
    assert link["url"].endswith(f"/c/{link['token']}")
    assert link["url"] in text
    assert "Ana would like to keep a promise together with you." in text
    assert "Practise" in text
    assert "Ben" not in text
    assert "<script" not in text


def test_it_ends_with_its_week_and_when_it_is_withdrawn(crew: Gather) -> None:
    group = crew("chain")
    first, second = (group.doors["Ana"].post(f"{group.path}/links").json() for _ in range(2))
    group.doors["Ana"].delete(f"{group.path}/invitations/{first['id']}")
    assert [Browser().get(f"/c/{one['token']}").status_code for one in (first, second)] == [410, 200]
    group.time.advance(limits.CHALLENGE_LINK_LIFE)
    assert Browser().get(f"/c/{second['token']}").status_code == 410
    assert Browser().get("/c/nothing").status_code == 410
