"""How mail leaves. Everything writes to the outbox; a task hands it over, by EMAIL_URL or any backend of Django's."""

from server.project.settings.environment import EMBEDDED, env

_CONSOLE = "django.core.mail.backends.console.EmailBackend"
_url = env.str("EMAIL_URL", default="")
_given = env.email_url_config(_url or "consolemail://")

EMAIL_BACKEND = "server.kernel.mail.Outbox"
# Empty: there is no way, and nobody is told that a code was sent. On one's own machine the console is one.
MAIL_WAY = env.str("EMAIL_BACKEND", default=_given["EMAIL_BACKEND"] if _url else "")
if EMBEDDED and not MAIL_WAY:
    MAIL_WAY = _CONSOLE

EMAIL_HOST = _given.get("EMAIL_HOST") or "localhost"
EMAIL_PORT = _given.get("EMAIL_PORT") or 25
EMAIL_HOST_USER = _given.get("EMAIL_HOST_USER") or ""
EMAIL_HOST_PASSWORD = _given.get("EMAIL_HOST_PASSWORD") or ""
EMAIL_USE_TLS = _given.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = _given.get("EMAIL_USE_SSL", False)
EMAIL_FILE_PATH = _given.get("EMAIL_FILE_PATH")
EMAIL_TIMEOUT = 10
"""Seconds."""
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Kith <kith@localhost>")
