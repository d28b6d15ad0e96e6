"""The token, against allauth's own way of reading it."""

from datetime import timedelta

import pytest
from allauth.headless.contrib.rest_framework.authentication import XSessionTokenAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.test import APIRequestFactory

from server.people.authentication import SessionTokenAuthentication
from server.people.models import Session
from server.people.sessions import SessionStore
from tests.server.cast import sign_in


def ours(token):
    return _ask(SessionTokenAuthentication(), token)


def theirs(token):
    return _ask(XSessionTokenAuthentication(), token)


def _ask(authentication, token):
    try:
        found = authentication.authenticate(APIRequestFactory().get("/", headers={"X-Session-Token": token}))
    except AuthenticationFailed:
        return None
    return found and found[0]


def test_a_session_leads_to_its_person(ana, ben):
    token = sign_in(ana)
    sign_in(ben)
    assert ours(token) == theirs(token) == ana


def test_it_takes_one_query(ana, django_assert_num_queries):
    token = sign_in(ana)
    with django_assert_num_queries(1):
        ours(token)


def test_a_revoked_session_leads_to_nobody(ana):
    token = sign_in(ana)
    Session.objects.all().delete()
    assert ours(token) is theirs(token) is None


def test_an_expired_session_leads_to_nobody(ana, time, settings):
    token = sign_in(ana)
    time.advance(timedelta(seconds=settings.SESSION_COOKIE_AGE - 1))
    assert ours(token) == theirs(token) == ana
    time.advance(timedelta(seconds=1))
    assert ours(token) is theirs(token) is None


def test_after_rotation_only_the_new_token_works(ana):
    old = sign_in(ana)
    session = SessionStore(old)
    session.cycle_key()
    assert ours(old) is theirs(old) is None
    assert ours(session.session_key) == theirs(session.session_key) == ana


def test_a_deactivated_person_is_nobody_until_let_back(ana):
    token = sign_in(ana)
    ana.is_active = False
    ana.save()
    assert ours(token) is theirs(token) is None
    ana.is_active = True
    ana.save()
    assert ours(token) == theirs(token) == ana


def test_a_new_password_ends_the_sessions_before_it(ana):
    token = sign_in(ana)
    ana.set_password("a long new one")
    ana.save()
    assert ours(token) is theirs(token) is None


def test_an_emptied_session_leads_to_nobody(ana):
    token = sign_in(ana)
    session = SessionStore(token)
    session.flush()
    session = SessionStore()
    session["step"] = "waiting for a code"
    session.create()
    assert ours(token) is theirs(token) is None
    assert ours(session.session_key) is theirs(session.session_key) is None


def test_a_session_of_a_removed_way_to_sign_in_leads_to_nobody(ana, settings):
    token = sign_in(ana)
    settings.AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
    assert ours(token) is theirs(token) is None


def test_a_changed_secret_key_is_honoured_while_it_is_a_fallback(ana, settings):
    token = sign_in(ana)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "the next one"
    assert ours(token) == theirs(token) == ana


@pytest.mark.parametrize("token", ["nonsense", "x" * 4000, "ü" * 32, "a b", "'; --"])
def test_a_token_nobody_was_given_leads_to_nobody(db, token):
    assert ours(token.encode().decode("latin-1")) is None


def test_no_token_is_anonymous_and_a_bad_one_is_refused(door, ana):
    door(ana)
    for headers in ({}, {"X_Session_Token": "gone"}):
        answer = door(None).get("/friends", **headers)
        assert (answer.status_code, answer.json()["code"]) == (401, "not_authenticated")
        assert answer["WWW-Authenticate"] == "Session-Token"
