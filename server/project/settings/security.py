"""What browsers are told, where the admin is, and which of allauth's own limits are left to it."""

import re

from csp.constants import NONE

from server.project.settings.auth import ALLAUTH_TRUSTED_PROXY_COUNT
from server.project.settings.base import HTTPS, PUBLIC_URL
from server.project.settings.environment import EMBEDDED, env, kept

# Nothing Kith answers is a page, but for the admin's, which ask for what they need themselves.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "base-uri": [NONE],
        "form-action": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
# Not "no-referrer": browsers then send forms with `Origin: null`, which Django refuses, and rightly.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

# A year. Not for subdomains and not preloaded: neither can be taken back in time, and a host may have other plans
# for the names beside this one. KITH_HSTS_SUBDOMAINS says that every name below is Kith's to decide.
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("KITH_HSTS_SUBDOMAINS", default=False)
SECURE_HSTS_PRELOAD = False
# Only behind a proxy whose word is taken: otherwise Kith would not know that a request came by HTTPS already.
SECURE_SSL_REDIRECT = HTTPS and bool(ALLAUTH_TRUSTED_PROXY_COUNT)
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$", r"^metrics$"]

# The session is the admin's alone: the app has a token, the web door a cookie of its own. A __Host- name can't be set
# by a neighbour or over HTTP.
SESSION_COOKIE_NAME = "__Host-desk" if HTTPS else "desk"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Strict"
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if HTTPS else []

# Without a path of its own a deployment has no admin; one's own machine makes one up and keeps it.
ADMIN_PATH = env.str("KITH_ADMIN_PATH", default=kept("admin-path", length=12) if EMBEDDED else "").strip("/")
ADMIN_PATH_SHAPE = re.compile(r"(?!(?:api|static|healthz|readyz|metrics)\Z)[A-Za-z0-9_-]*")

# Kith's own doorkeeper counts by address and by network, exactly. allauth's limits by IP would lock out a phone
# network, behind whose one address thousands live; those by key and by person are kept as a second net.
NO_LIMIT = ""
ACCOUNT_RATE_LIMITS = {
    "signup": NO_LIMIT,
    "login": NO_LIMIT,
    "login_failed": "10/5m/key",
    "request_login_code": NO_LIMIT,
    "reset_password": NO_LIMIT,
    "reset_password_from_key": NO_LIMIT,
}

DEFAULT_EXCEPTION_REPORTER_FILTER = "server.project.reporting.Discreet"
