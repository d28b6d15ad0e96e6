"""Every page of the web door from right to left: a mirror of itself, nothing off the edge, nothing for axe to find."""

import os
from collections.abc import Sequence
from typing import Any

import pytest

from shared.languages import LANGUAGES, Language
from tests.door import pages
from tests.door.chromium import Chromium, found
from tests.door.looks import CLIPPED

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(found() is None and not os.environ.get("CI"), reason="no Chromium here: apt install chromium"),
]
# Middles: a face that is just turning is as wide as the moment wants.
PLACES = """
[...document.querySelectorAll('h1, h2, h3, button, .button, label, legend, img, li, .card, .half, .face, nav a')]
  .filter(e => !e.closest('.hidden, .skip') && e.getBoundingClientRect().width)
  .map(e => { const r = e.getBoundingClientRect(); return [(r.left + r.right) / 2, (r.top + r.bottom) / 2]; })
"""
SAME = 2
"""CSS pixels."""


def _far(one: Sequence[float], other: Sequence[float]) -> bool:
    return any(abs(a - b) > SAME for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("name", pages.PAGES)
def test_a_page_is_its_own_mirror(name: str, life: pages.Life, browser: Chromium, live_server: Any) -> None:
    who, path = pages.PAGES[name](life)
    browser.sign_in(live_server.url + path, life.cookie_of(who) if who else "")
    browser.go(live_server.url + path)
    width, one_way = browser.run("document.documentElement.clientWidth"), browser.run(PLACES)
    browser.run("document.documentElement.dir = 'rtl'")
    assert browser.run("document.documentElement.scrollWidth") <= width
    assert browser.run(CLIPPED) == []
    assert browser.axe() == []
    other_way = browser.run(PLACES)
    assert len(one_way) == len(other_way) > 0
    pairs = zip(one_way, other_way, strict=True)
    assert [
        one for one in pairs if abs(width - one[0][0] - one[1][0]) > SAME or abs(one[0][1] - one[1][1]) > SAME
    ] == []


def test_the_server_says_which_way_a_page_runs(
    life: pages.Life, browser: Chromium, live_server: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(LANGUAGES, "he", Language("Mirrored", right_to_left=True))
    life.circle.people["Ana"].language = "he"
    life.circle.people["Ana"].save()
    browser.sign_in(live_server.url, life.cookie_of("Ana"))
    browser.go(f"{live_server.url}/door")
    assert browser.run("[document.documentElement.lang, document.documentElement.dir]") == ["he", "rtl"]
    assert browser.axe() == []
