"""The terms: readable by anybody, accepted by version, and in the way of writing only while they are not."""

import pytest

from server.people.models import TermsAcceptance
from server.people.services.terms import keep_acceptance

pytestmark = pytest.mark.django_db


@pytest.fixture
def newer_terms(ana, tmp_path, settings):
    """A second version comes into force after Ana accepted the first."""
    for document in ("terms", "privacy"):
        for version in (1, 2):
            (tmp_path / f"{document}-{version}.md").write_text(f"{document} {version} by {{operator}} at {{contact}}")
    (tmp_path / "terms-3.md").write_text("half a version is none")
    settings.LEGAL_FOLDER = str(tmp_path)


@pytest.mark.sqlite
def test_anybody_may_know_who_runs_this_kith(door, settings):
    settings.OPERATOR_NAME, settings.OPERATOR_CONTACT = "Ottilie", "ottilie@example.org"
    about = door(None).get("/about").json()
    assert about == {
        "operator": "Ottilie", "contact": "ottilie@example.org", "terms_version": 1, "open_sign_up": False,
        "terms_url": f"{settings.PUBLIC_URL}/legal/terms-1", "privacy_url": f"{settings.PUBLIC_URL}/legal/privacy-1",
    }  # fmt: skip
    assert door(None).get("/about", X_Session_Token="gone").json() == about


@pytest.mark.parametrize("document", ["terms", "privacy"])
def test_the_texts_name_the_operator_and_leave_nothing_to_fill_in(client, settings, document):
    settings.OPERATOR_NAME, settings.OPERATOR_CONTACT = "Ottilie", "ottilie@example.org"
    answer = client.get(f"/legal/{document}-1")
    text = answer.content.decode()
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert "Ottilie" in text
    assert "ottilie@example.org" in text
    assert "{" not in text


@pytest.mark.parametrize("name", ["terms-0", "terms-2", "imprint-1", "terms-99999999999", "..%2Fterms-1"])
def test_there_are_no_other_texts(client, name):
    assert client.get(f"/legal/{name}").status_code == 404


def test_a_newer_version_stops_writing_and_nothing_else(door, ana, newer_terms):
    anas = door(ana)
    before = anas.get("/me").json()
    assert before["terms_to_accept"] == 2
    refused = anas.patch("/me", {"name": "Anna"})
    assert (refused.status_code, refused.json()["code"]) == (403, "terms_to_accept")
    assert anas.post("/invites").status_code == 403
    assert anas.get("/me").json() == before
    assert [anas.get(path).status_code for path in ("/today", "/changes", "/notices")] == [200] * 3
    assert anas.delete("/sessions").status_code == 204, "leaving a lost phone needs no consent"


def test_saying_yes_opens_it_and_is_kept_with_its_instant(door, ana, newer_terms, time):
    anas = door(ana)
    seq = anas.get("/me").json()["seq"]
    for _ in range(2):
        said = anas.put("/me/terms", {"version": 2})
        assert (said.status_code, said.json()["terms_to_accept"], said.json()["seq"]) == (200, None, seq + 1)
    assert anas.patch("/me", {"name": "Anna"}).status_code == 200
    kept = TermsAcceptance.objects.order_by("version").values_list("version", "accepted_at")
    assert list(kept) == [(1, time.instant), (2, time.instant)]


@pytest.mark.parametrize("version", [1, 3, 0, None, "x"])
def test_nobody_agrees_to_another_version_than_the_one_in_force(door, ana, newer_terms, version):
    refused = door(ana).put("/me/terms", {"version": version})
    assert refused.json()["code"] in ("conflict", "invalid")
    assert door(ana).get("/me").json()["terms_to_accept"] == 2


def test_somebody_who_never_accepted_any_is_asked(door, ana, time):
    TermsAcceptance.objects.all().delete()
    ana.terms_version = 0
    ana.save()
    assert door(ana).get("/me").json()["terms_to_accept"] == 1
    assert keep_acceptance(person=ana, version=1, now=time.instant)
    assert door(ana).get("/me").json()["terms_to_accept"] is None
