"""Should anybody turn error reports on, they name no secret and no token."""

import sys

import pytest
from django.test import RequestFactory
from django.views.debug import ExceptionReporter

from server.project.reporting import Discreet
from tests.server.project.processes import SECRET

SHOWN = "/api/v1/me"
BROKER, MAIL, TOKEN, COOKIE, CODE = CANARIES = [f"canary-{n}" for n in range(5)]


def report(settings, *, debug):
    settings.DEBUG, settings.SECRET_KEY = debug, SECRET
    settings.REDIS_URL = settings.CELERY_BROKER_URL = f"redis://:{BROKER}@redis/0"
    settings.EMAIL_HOST_PASSWORD = MAIL
    headers = {"X-Session-Token": TOKEN, "Cookie": f"desk={COOKIE}"}
    request = RequestFactory().post(SHOWN, {"code": CODE}, headers=headers)
    try:
        raise RuntimeError("a fault of ours")
    except RuntimeError:
        return ExceptionReporter(request, *sys.exc_info())


@pytest.mark.parametrize("debug", [False, True])
def test_a_report_says_where_and_hides_every_secret(settings, debug):
    told = report(settings, debug=debug)
    for text in (told.get_traceback_text(), told.get_traceback_html()):
        assert SHOWN in text
        for secret in (SECRET, *CANARIES):
            assert secret not in text, secret


def test_it_is_the_one_in_use(settings):
    assert f"{Discreet.__module__}.{Discreet.__qualname__}" == settings.DEFAULT_EXCEPTION_REPORTER_FILTER
