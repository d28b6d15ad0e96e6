"""The demo's link for a browser, and the address a phone nearby finds it under."""

import pytest
from django.test import Client

from server.demo.here import address_of
from server.demo.way_in import path_for
from server.people.models import Person


@pytest.mark.urls("server.demo.urls")
def test_the_link_signs_a_browser_in_and_a_forged_one_does_not(ana: Person) -> None:
    browser = Client()
    assert browser.get(path_for(ana)[:-1] + "x").status_code == 404
    assert "door" not in browser.cookies
    assert browser.get(path_for(ana))["Location"] == "/door"
    assert browser.get("/door").status_code == 200


def test_nowhere_but_in_a_demo_is_there_such_a_link(ana: Person) -> None:
    assert Client().get(path_for(ana)).status_code == 404


def test_only_everywhere_needs_another_name() -> None:
    assert address_of("127.0.0.1") == "127.0.0.1"
    assert address_of("kith.local") == "kith.local"
    assert address_of("0.0.0.0") not in {"0.0.0.0", ""}
