"""What a deployment must have set before it serves anybody. Found by `manage.py check` and at the start of a process.

On one's own machine (embedded: no DATABASE_URL) only what would break there is looked at.
"""

import os
from collections.abc import Callable, Iterator
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning  # noqa: A004 (Django's name for it)

SECRET_LENGTH = 50
GUESSES = ("django-insecure", "insecure", "change", "example", "only-for-tests", "default", "placeholder")
"""Parts of secrets that stand in books, examples and other people's repositories."""
ON_THE_CONSOLE = "django.core.mail.backends.console.EmailBackend"


def check_production(**_: Any) -> list[CheckMessage]:
    """Every finding has an id of its own and says what to do."""
    rules = ALWAYS if settings.EMBEDDED else (*ALWAYS, *DEPLOYED)
    return [finding for rule in rules for finding in rule()]


def _secret() -> Iterator[CheckMessage]:
    secret = settings.SECRET_KEY
    weak = len(secret) < SECRET_LENGTH or len(set(secret)) < 10 or any(part in secret.lower() for part in GUESSES)
    if weak:
        yield _error(1, "SECRET_KEY is short or known to others.",
                     "Make one: python -c 'import secrets; print(secrets.token_urlsafe(48))'")  # fmt: skip


def _debug() -> Iterator[CheckMessage]:
    if settings.DEBUG:
        yield _error(2, "DEBUG is on: whoever meets an error reads the server's memory.", "Leave DEBUG unset.")


def _hosts() -> Iterator[CheckMessage]:
    if "*" in settings.ALLOWED_HOSTS or not settings.ALLOWED_HOSTS:
        yield _error(3, "ALLOWED_HOSTS lets in every name, or none.", "List the names people reach this Kith by.")


def _https() -> Iterator[CheckMessage]:
    if not settings.HTTPS and not settings.ALLOW_HTTP:
        yield _error(4, "PUBLIC_URL is not https: photos and tokens would travel open.",
                     "Put a proxy with a certificate in front, or set KITH_ALLOW_HTTP=yes.")  # fmt: skip


def _one_process() -> Iterator[CheckMessage]:
    if settings.EMBEDDED and int(os.environ.get("WEB_CONCURRENCY") or 1) > 1:
        yield _error(5, "Several web processes on SQLite: each would have its own worker, beat and cache.",
                     "Set DATABASE_URL and REDIS_URL, or run one process.")  # fmt: skip


def _admin_path() -> Iterator[CheckMessage]:
    if not settings.ADMIN_PATH_SHAPE.fullmatch(settings.ADMIN_PATH):
        yield _error(6, "KITH_ADMIN_PATH can't be an address, or is taken.", "Use letters, digits, - and _.")


def _mail() -> Iterator[CheckMessage]:
    if not settings.MAIL_WAY:
        yield _warning(1, "No mail can leave: nobody can sign in, and the app says so.",
                       "Set EMAIL_URL, e.g. smtp+tls://user:password@mail.example.org:587")  # fmt: skip
    elif settings.MAIL_WAY == ON_THE_CONSOLE:
        yield _warning(1, "Mail is printed on the worker's console, where only you read it.", "Set EMAIL_URL.")


def _redis() -> Iterator[CheckMessage]:
    if not settings.REDIS_URL:
        yield _warning(2, "Without REDIS_URL, web, worker and beat can't hear each other.", "Set REDIS_URL.")


def _proxies() -> Iterator[CheckMessage]:
    if settings.HTTPS and not settings.ALLAUTH_TRUSTED_PROXY_COUNT:
        yield _warning(3, "PUBLIC_URL is https and no proxy is trusted: limits may count everybody as one address.",
                       "Set TRUSTED_PROXY_COUNT to the number of proxies in front of Kith.")  # fmt: skip


def _error(number: int, message: str, hint: str) -> Error:
    return Error(message, hint=hint, id=f"kith.E{number:03}")


def _warning(number: int, message: str, hint: str) -> Warning:
    return Warning(message, hint=hint, id=f"kith.W{number:03}")


Rule = Callable[[], Iterator[CheckMessage]]
ALWAYS: tuple[Rule, ...] = (_admin_path, _one_process)
DEPLOYED: tuple[Rule, ...] = (_secret, _debug, _hosts, _https, _mail, _redis, _proxies)
